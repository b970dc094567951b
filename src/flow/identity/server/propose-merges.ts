import type { Db } from '#platform/postgres.ts';
import type { MergeProposal } from '../contracts.ts';
import { type DuplicateProposal, proposeDuplicateAccounts, proposeDuplicates } from '../domain/propose-duplicates.ts';
import { accountsToCompare, pairsKeptApart, peopleToCompare } from '../store/duplicates.ts';

const MOST = 200;

/** Which people and accounts look like the same one? The likeliest first, at most 200; pairs that somebody kept apart are left out. */
export const proposeMerges = async (db: Db, ws: number): Promise<readonly MergeProposal[]> => {
  const [accounts, people, apart] = [await accountsToCompare(db, ws), await peopleToCompare(db, ws), await pairsKeptApart(db, ws)];
  const accountOf = new Map(accounts.map((one) => [one.id, { id: one.id, label: one.name, detail: joined(one.domain, one.industry) }]));
  const personOf = new Map(
    people.map((one) => [one.id, { id: one.id, label: one.name ?? one.email ?? one.id, detail: joined(one.email, one.account) }]),
  );
  const compared = accounts.map(({ id, name, domain }) => ({ id, name, domains: domain === null ? [] : [domain] }));
  const isOpen = ({ keep, merge }: DuplicateProposal): boolean => !apart.has(`${keep} ${merge}`);
  return [
    ...shown('account', proposeDuplicateAccounts(compared).filter(isOpen), accountOf),
    ...shown('person', proposeDuplicates(people).filter(isOpen), personOf),
  ]
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST);
};

const shown = (
  kind: MergeProposal['kind'],
  proposals: readonly DuplicateProposal[],
  sides: ReadonlyMap<string, MergeProposal['keep']>,
): readonly MergeProposal[] =>
  proposals.flatMap(({ keep, merge, score, reasons }) => {
    const [kept, removed] = [sides.get(keep), sides.get(merge)];
    return kept && removed ? [{ kind, keep: kept, remove: removed, score, reasons: [...reasons] }] : [];
  });

const joined = (...parts: readonly (string | null)[]): string => parts.filter((part) => part !== null).join(' · ');
