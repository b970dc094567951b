import type { TermLength } from '#kernel/term.ts';
import { renewsOn } from '../figures.ts';
import type { TermStep } from './input.ts';
import { inOrder } from './steps.ts';

/** A term with how long such terms are. */
export type LengthyTerm = TermStep & { readonly length: TermLength };

const LONGEST_FIRST = ['year', 'quarter', 'month'] as const;

/**
 * On which date does the account renew? The next end among its running terms of the longest kind: who has a yearly contract beside a monthly add-on is
 * not up for renewal every month. Null without a running term.
 */
export const renewalOf = (terms: readonly LengthyTerm[]): string | null => {
  const present = [...Map.groupBy(terms, (term) => term.subject).values()].flatMap((ofOne) => inOrder(ofOne).at(-1) ?? []);
  return LONGEST_FIRST.map((length) => renewsOn(present.filter((term) => term.length === length))).find((date) => date !== null) ?? null;
};
