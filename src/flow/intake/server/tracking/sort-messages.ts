import { randomUUID } from 'node:crypto';
import { AppError, type FieldProblem } from '#kernel/app-error.ts';
import type { Language } from '#kernel/words.ts';
import { answeredField } from '#platform/http.ts';
import type { KeptMessage } from '../../domain/tracking/fact-of-message.ts';
import { parseTrackingMessage } from '../../domain/tracking/parse-tracking-message.ts';
import { isObject, textOf } from '../../domain/tracking/plain-text.ts';
import type { TrackingProblem } from '../../domain/tracking/tracking-message.ts';
import { TRACKING_SAYS } from '../../domain/tracking/tracking-sayings.ts';
import type { Envelope } from './read-envelope.ts';

/** A message that cannot be kept: where it stood in the request, and why. */
export interface Refused {
  readonly index: number;
  readonly raw: unknown;
  readonly problems: readonly TrackingProblem[];
}

/** The messages of a request, good and bad. */
export interface SortedMessages {
  readonly good: readonly KeptMessage[];
  /** The good ones as they came, at the same places. */
  readonly raws: readonly unknown[];
  readonly bad: readonly Refused[];
}

/** What is known of a request, and what makes a fact's id of a message's. */
export interface Sorting {
  readonly receivedAt: number;
  readonly bodyBytes: number;
  factId(messageId: string): string;
}

/** Which messages can be kept, and which cannot and why? A message without an id gets one of ours. */
export const sortMessages = (envelope: Envelope, { receivedAt, bodyBytes, factId }: Sorting): SortedMessages => {
  const good: KeptMessage[] = [];
  const raws: unknown[] = [];
  const bad: Refused[] = [];
  const { kind, sentAt, isHistory } = envelope;
  const receipt = { receivedAt, bodyBytes, now: receivedAt, sentAt, kind, isHistory };
  envelope.messages.forEach((raw, index) => {
    const parsed = parseTrackingMessage(raw, receipt);
    if (parsed.ok) {
      const messageId = parsed.message.messageId ?? randomUUID();
      // The message was made for us: a copy of its twenty fields would take as long as making it.
      good.push(Object.assign(parsed.message, { messageId, factId: factId(messageId) }));
      raws.push(raw);
    } else bad.push({ index, raw, problems: parsed.problems });
  });
  return { good, raws, bad };
};

/** One line of the answer for each problem of each refused message. */
export const presentRefused = (bad: readonly Refused[], language: Language) =>
  bad.flatMap(({ index, raw, problems }) =>
    problems.map((problem) => ({ index, messageId: messageIdOf(raw), ...answeredField(problem, language) })),
  );

/** The error of a request in which no message can be kept. */
export const allRefused = (bad: readonly Refused[], isBatch: boolean): AppError => {
  const fields: FieldProblem[] = bad.flatMap(({ index, problems }) =>
    problems.map((problem) => ({ ...problem, field: isBatch ? `batch[${index}].${problem.field}` : problem.field })),
  );
  const isTooLarge = bad.every(({ problems }) => problems.some((problem) => problem.code === 'too_large'));
  const first = fields[0]?.said ?? TRACKING_SAYS.message_not_object();
  const more = fields.length - 1;
  const said = more > 0 ? TRACKING_SAYS.no_messages_kept({ first, more }) : TRACKING_SAYS.no_message_kept({ first });
  return new AppError(isTooLarge ? 'too_large' : 'malformed', said, { fields });
};

const messageIdOf = (raw: unknown): string | null => (isObject(raw) ? textOf(raw.messageId, 200) : null);
