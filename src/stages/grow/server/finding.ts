import type { ImportFinding } from '#flow/intake/contracts.ts';
import { FINDING_WORDS } from '../domain/finding-words.ts';
import type { Found } from '../store/findings.ts';

/** What was found as a finding in words; nothing when it found nothing. Examples are of no single line of the file: their line is 0. */
export const finding = (
  code: keyof typeof FINDING_WORDS,
  severity: ImportFinding['severity'],
  { count, examples }: Found,
): readonly ImportFinding[] =>
  count === 0 ? [] : [{ code, severity, count, message: FINDING_WORDS[code], examples: examples.map((text) => ({ line: 0, text })) }];
