import { accountOf } from '../domain/account-of.ts';
import { aliasKey, namingOf } from '../domain/alias.ts';
import type { RememberedPerson, ResolutionCache } from './resolution-cache.ts';
import { NOBODY_RESOLVED, personChangeOf, type ResolvableMessage, type ResolvedMessage, sayingOf } from './resolved-message.ts';

/** Whose message is this, if it is certain from memory that it changes nothing? Undefined when the stores must be asked. */
export const answerFromCache = (cache: ResolutionCache, ws: number, message: ResolvableMessage): ResolvedMessage | undefined => {
  if (message.kind === 'alias' || message.kind === 'merge') return undefined;
  const { main, others, weak } = namingOf(message);
  if (main === null) return message.groupId === null ? NOBODY_RESOLVED : undefined;
  const alias = cache.alias(ws, aliasKey(main));
  const person = alias && cache.person(ws, alias.personNum);
  if (!alias || !person) return undefined;
  if (message.context.isBot) return { person: person.standing, account: person.account, alias: alias.num };
  for (const other of others) if (!isSettled(cache, ws, person, aliasKey(other))) return undefined;
  if (weak && !cache.alias(ws, aliasKey(weak))) return undefined;
  const said = sayingOf(personChangeOf(message));
  if (said !== null && said !== person.said) return undefined;
  const account = accountFromCache(cache, ws, message, person);
  return account === undefined ? undefined : { person: person.standing, account, alias: alias.num };
};

/** Is it certain that these two names join nobody: one person's already, or two users' who stay two? */
const isSettled = (cache: ResolutionCache, ws: number, person: RememberedPerson, otherKey: string): boolean => {
  const alias = cache.alias(ws, otherKey);
  const other = alias && cache.person(ws, alias.personNum);
  return other !== undefined && (other.standing === person.standing || (other.identified && person.identified));
};

const accountFromCache = (cache: ResolutionCache, ws: number, message: ResolvableMessage, person: RememberedPerson): number | undefined => {
  const evidence = accountOf(message);
  if (evidence.by === 'none') return person.account;
  if (evidence.by === 'domain') return person.account === 0 ? undefined : person.account;
  const group = cache.group(ws, evidence.groupId);
  if (!group || person.account === 0) return undefined;
  if (message.kind !== 'group') return group.account;
  const said = sayingOf(message.traits);
  return person.account === group.account && (said === null || said === group.said) ? group.account : undefined;
};
