import { isbot } from 'isbot';

/** The pattern takes 2 µs a time, a quarter of reading a whole message, while agents repeat; remembered answers stay few. */
const remembered = new Map<string, boolean>();
const REMEMBERED_LIMIT = 2000;

/** Does this user agent belong to a crawler, a monitor or a script rather than a person's browser? False when none is stated (servers state none). */
export function isBot(userAgent: string | null | undefined): boolean {
  if (!userAgent) return false;
  const known = remembered.get(userAgent);
  if (known !== undefined) return known;
  if (remembered.size >= REMEMBERED_LIMIT) remembered.clear();
  const answer = isbot(userAgent);
  remembered.set(userAgent, answer);
  return answer;
}
