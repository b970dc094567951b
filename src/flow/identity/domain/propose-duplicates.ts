import { companyNameKey, nameSimilarity } from './company-name.ts';
import { emailAddress, isSharedMailbox, mailboxKey } from './email-address.ts';
import { asciiDomain, registrableDomain } from './internet-domain.ts';
import { isPublicMailDomain } from './public-mail.ts';

/** Why two records may be one. */
export type DuplicateReason = 'same_email' | 'same_mailbox' | 'same_name_and_domain' | 'same_name' | 'same_domain' | 'similar_name';

/** Two records that may be one: `keep` is the older. Score 0…1, for ranking; a human decides. */
export type DuplicateProposal = {
  readonly keep: string;
  readonly merge: string;
  readonly score: number;
  readonly reasons: readonly DuplicateReason[];
};

/** A person to compare; the order of the list is their order of age, oldest first. */
export type ComparedPerson = { readonly id: string; readonly name?: string | null; readonly emails: readonly string[] };

/** An account to compare, likewise. */
export type ComparedAccount = { readonly id: string; readonly name?: string | null; readonly domains: readonly string[] };

const SCORE: Readonly<Record<DuplicateReason, number>> = {
  same_email: 0.95,
  same_mailbox: 0.85,
  same_name_and_domain: 0.75,
  same_domain: 0.8,
  same_name: 0.6,
  similar_name: 0.5,
};
/** Blocks larger than this say nothing (a domain with 500 Johns); comparing within them would cost its square. */
const BLOCK_LIMIT = 50;
const SIMILAR_FROM = 0.85;

/** Which people may be the same? By the same address or mailbox, or the same full name at the same company. Best first, then by age. */
export function proposeDuplicates(people: readonly ComparedPerson[]): readonly DuplicateProposal[] {
  const found = proposals(people);
  people.forEach((person, at) => {
    const addresses = person.emails.flatMap((raw) => emailAddress(raw) ?? []);
    for (const email of addresses) {
      found.put('same_email', email.text, at);
      if (!isSharedMailbox(email)) found.put('same_mailbox', mailboxKey(email), at);
    }
    const name = personNameKey(person.name ?? '');
    // One word is a first name: too many share it.
    if (!name.includes(' ')) return;
    const companies = new Set(addresses.flatMap(({ domain }) => (isPublicMailDomain(domain) ? [] : (registrableDomain(domain) ?? []))));
    for (const company of companies) found.put('same_name_and_domain', `${name}@${company}`, at);
  });
  return found.list();
}

/** Which accounts may be the same? By a common domain, or names alike apart from legal form, case and accents. Best first, then by age. */
export function proposeDuplicateAccounts(accounts: readonly ComparedAccount[]): readonly DuplicateProposal[] {
  const found = proposals(accounts);
  const names = accounts.map(({ name }) => companyNameKey(name ?? ''));
  accounts.forEach((account, at) => {
    const domains = new Set(account.domains.flatMap((raw) => asciiDomain(raw) ?? []));
    for (const domain of domains) if (!isPublicMailDomain(domain)) found.put('same_domain', registrableDomain(domain) ?? domain, at);
    const name = names[at] ?? '';
    if (name !== '') found.put('same_name', name, at);
  });
  const blocks = Map.groupBy(names.keys(), (at) => (names[at] ?? '').slice(0, 4));
  for (const [start, block] of blocks) if (start.length >= 3) found.compare(block, (a, b) => isSimilar(names[a] ?? '', names[b] ?? ''));
  return found.list();
}

function isSimilar(a: string, b: string): boolean {
  return a !== b && nameSimilarity(a, b) >= SIMILAR_FROM;
}

function personNameKey(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  return plain
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ');
}

type Found = {
  readonly put: (reason: DuplicateReason, key: string, at: number) => void;
  readonly compare: (block: readonly number[], alike: (a: number, b: number) => boolean) => void;
  readonly list: () => readonly DuplicateProposal[];
};

function proposals(records: readonly { readonly id: string }[]): Found {
  const blocks = new Map<string, { readonly reason: DuplicateReason; readonly members: Set<number> }>();
  const reasons = new Map<string, Set<DuplicateReason>>();
  const note = (a: number, b: number, reason: DuplicateReason): void => {
    const key = `${Math.min(a, b)}:${Math.max(a, b)}`;
    reasons.set(key, (reasons.get(key) ?? new Set()).add(reason));
  };
  const compare: Found['compare'] = (block, alike) => {
    if (block.length > BLOCK_LIMIT) return;
    eachPair(block, (a, b) => {
      if (alike(a, b)) note(a, b, 'similar_name');
    });
  };
  const put: Found['put'] = (reason, key, at) => {
    const block = blocks.get(`${reason} ${key}`) ?? { reason, members: new Set<number>() };
    block.members.add(at);
    blocks.set(`${reason} ${key}`, block);
  };
  const list = (): readonly DuplicateProposal[] => {
    for (const { reason, members } of blocks.values()) {
      if (members.size <= BLOCK_LIMIT) eachPair([...members], (a, b) => note(a, b, reason));
    }
    const ranked = Array.from(reasons, ([key, found]) => ({ pair: key.split(':').map(Number), found: [...found].sort() }));
    ranked.sort(
      (x, y) => scoreOf(y.found) - scoreOf(x.found) || (x.pair[0] ?? 0) - (y.pair[0] ?? 0) || (x.pair[1] ?? 0) - (y.pair[1] ?? 0),
    );
    return ranked.map(({ pair, found }) => ({
      keep: records[pair[0] ?? 0]?.id ?? '',
      merge: records[pair[1] ?? 0]?.id ?? '',
      score: scoreOf(found),
      reasons: found,
    }));
  };
  return { put, compare, list };
}

/** Independent reasons add up as chances do: 1 − Π(1 − score), rounded to a hundredth. The same address is also the same mailbox: counted once. */
function scoreOf(reasons: readonly DuplicateReason[]): number {
  const counted = reasons.includes('same_email') ? reasons.filter((reason) => reason !== 'same_mailbox') : reasons;
  return Math.round((1 - counted.reduce((rest, reason) => rest * (1 - SCORE[reason]), 1)) * 100) / 100;
}

function eachPair(members: readonly number[], visit: (a: number, b: number) => void): void {
  members.forEach((a, i) => {
    for (const b of members.slice(i + 1)) visit(a, b);
  });
}
