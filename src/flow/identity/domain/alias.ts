import { emailAddress, isSharedMailbox } from './email-address.ts';
import { type IdConvention, isJunkId } from './junk-ids.ts';
import { cleanText } from './traits.ts';

/**
 * What a raw id is; `distinct` is an id from a tool that knows one space of ids only, `external` a record's id in another system
 * (`source:id`), `record` our own id of a person made by hand.
 */
export type AliasKind = 'user' | 'anonymous' | 'email' | 'device' | 'distinct' | 'external' | 'record';

/** A name under which a person is known. */
export type Alias = { readonly kind: AliasKind; readonly value: string };

/** Why an id named in a message is not used. */
export type AliasProblem = 'junk_id' | 'not_an_email' | 'shared_mailbox';

/** The ids a message names, as they arrived; null, undefined and blank mean "not named". */
export type NamedIds = {
  readonly userId?: string | null | undefined;
  readonly anonymousId?: string | null | undefined;
  readonly deviceId?: string | null | undefined;
  readonly email?: string | null | undefined;
  /** The earlier id of an alias call: a user id or an anonymous id. */
  readonly previousId?: string | null | undefined;
};

/** The kind of call; `merge` is the forced joining that some tools allow. */
export type CallKind = 'identify' | 'track' | 'page' | 'screen' | 'group' | 'alias' | 'merge';

/** What identity reads of a message. */
export type IdentityMessage = NamedIds & { readonly kind: CallKind };

/** One text per alias, usable as a map key and unique over kinds. */
export function aliasKey(alias: Alias): string {
  return `${alias.kind}:${alias.value}`;
}

/** Which alias does this raw id stand for? A problem when it must not link anyone; null when nothing was named. */
export function aliasFrom(kind: AliasKind, raw: string | null | undefined): Alias | AliasProblem | null {
  if (raw === null || raw === undefined) return null;
  if (kind === 'distinct') return isJunkId(raw, 'distinct_ids') ? 'junk_id' : { kind, value: cleanText(raw) };
  if (raw.trim() === '') return null;
  if (isJunkId(raw)) return 'junk_id';
  if (kind !== 'email') return { kind, value: cleanText(raw.trim()) };
  const email = emailAddress(cleanText(raw));
  if (email === null) return 'not_an_email';
  return isSharedMailbox(email) ? 'shared_mailbox' : { kind, value: email.text };
}

/** The aliases of one message: whose message it is (`main`), what else is known to be the same person, and what was left out. */
export type Naming = {
  readonly main: Alias | null;
  readonly others: readonly Alias[];
  /** The earlier id of an alias call, under each kind it may be known by; the last one is taken when none is known. */
  readonly previous: readonly Alias[];
  /** Fills an unknown person but never joins two: many people may share a device. */
  readonly weak: Alias | null;
  readonly problems: readonly { readonly problem: AliasProblem; readonly kind: AliasKind; readonly raw: string }[];
  /** One of the tools' joining calls names two ids: they mark the person identified. */
  readonly joins: boolean;
  readonly forced: boolean;
};

/** Which aliases does this message name? User id before e-mail before anonymous id before device, as each is the stronger evidence. */
export function namingOf(message: IdentityMessage, convention: IdConvention = 'aliases'): Naming {
  return convention === 'aliases' ? namingByKind(message) : namingInOneSpace(message);
}

function namingByKind(message: IdentityMessage): Naming {
  const problems: Naming['problems'][number][] = [];
  const read = (kind: AliasKind, raw: string | null | undefined): Alias | null => {
    const alias = aliasFrom(kind, raw);
    if (typeof alias !== 'string') return alias;
    problems.push({ problem: alias, kind, raw: raw ?? '' });
    return null;
  };
  const previousId = message.kind === 'alias' ? message.previousId : null;
  const previous = [read('user', previousId), aliasWhenClean('anonymous', previousId)].filter((alias) => alias !== null);
  const device = read('device', message.deviceId);
  const strong = [read('user', message.userId), read('email', message.email), read('anonymous', message.anonymousId)];
  const [main = null, ...others] = strong.filter((alias) => alias !== null);
  const alone = main ?? previous.at(-1) ?? device ?? soleMailbox(message.email);
  const earlier = main ? previous : [];
  return { main: alone, others, previous: earlier, weak: alone === device ? null : device, problems, joins: false, forced: false };
}

/** With no other id a shared mailbox is still somebody: it gets a person of its own, which it never joins to another. */
function soleMailbox(raw: string | null | undefined): Alias | null {
  const email = raw ? emailAddress(cleanText(raw)) : null;
  return email && { kind: 'email', value: email.text };
}

function aliasWhenClean(kind: AliasKind, raw: string | null | undefined): Alias | null {
  const alias = aliasFrom(kind, raw);
  return typeof alias === 'string' ? null : alias;
}

function namingInOneSpace(message: IdentityMessage): Naming {
  const problems: Naming['problems'][number][] = [];
  const read = (raw: string | null | undefined): Alias | null => {
    const alias = aliasFrom('distinct', raw);
    if (typeof alias !== 'string') return alias;
    problems.push({ problem: alias, kind: 'distinct', raw: raw ?? '' });
    return null;
  };
  const main = read(message.userId);
  const second = message.kind === 'alias' || message.kind === 'merge' ? message.previousId : message.anonymousId;
  const other = read(second);
  const joining = message.kind === 'identify' || message.kind === 'alias' || message.kind === 'merge';
  const two = main !== null && other !== null && main.value !== other.value;
  const joins = joining && two;
  return {
    main: main ?? other ?? unjoined(message.userId),
    others: joins ? [other] : [],
    previous: [],
    weak: null,
    problems,
    joins,
    forced: message.kind === 'merge',
  };
}

/** Those tools keep an event of a junk id with a person of its own; it is only never joined to anyone. */
function unjoined(raw: string | null | undefined): Alias | null {
  return raw?.trim() ? { kind: 'distinct', value: cleanText(raw) } : null;
}

/** Which aliases must be looked up before these messages can be resolved? Each once. */
export function aliasesToLookUp(messages: readonly IdentityMessage[], convention: IdConvention = 'aliases'): readonly Alias[] {
  const byKey = new Map<string, Alias>();
  for (const message of messages) {
    const { main, others, previous, weak } = namingOf(message, convention);
    for (const alias of [main, ...others, ...previous, weak]) if (alias) byKey.set(aliasKey(alias), alias);
  }
  return [...byKey.values()];
}
