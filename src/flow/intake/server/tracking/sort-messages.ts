import { randomUUID } from 'node:crypto';
import { AppError, type FieldProblem } from '#kernel/app-error.ts';
import type { KeptMessage } from '../../domain/tracking/fact-of-message.ts';
import { parseTrackingMessage } from '../../domain/tracking/parse-tracking-message.ts';
import { isObject, textOf } from '../../domain/tracking/plain-text.ts';
import type { TrackingProblem } from '../../domain/tracking/tracking-message.ts';
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
  readonly bad: readonly Refused[];
}

/** Which messages can be kept, and which cannot and why? A message without an id gets one of ours. */
export const sortMessages = (envelope: Envelope, receipt: { readonly receivedAt: number; readonly bodyBytes: number }): SortedMessages => {
  const good: KeptMessage[] = [];
  const bad: Refused[] = [];
  const { kind, sentAt, isHistory } = envelope;
  envelope.messages.forEach((raw, index) => {
    const parsed = parseTrackingMessage(raw, { ...receipt, now: receipt.receivedAt, sentAt, kind, isHistory });
    if (parsed.ok) good.push({ ...parsed.message, messageId: parsed.message.messageId ?? randomUUID() });
    else bad.push({ index, raw, problems: parsed.problems });
  });
  return { good, bad };
};

/** One line of the answer for each problem of each refused message. */
export const presentRefused = (bad: readonly Refused[]) =>
  bad.flatMap(({ index, raw, problems }) => problems.map((problem) => ({ index, messageId: messageIdOf(raw), ...problem })));

/** The error of a request in which no message can be kept. */
export const allRefused = (bad: readonly Refused[], isBatch: boolean): AppError => {
  const fields: FieldProblem[] = bad.flatMap(({ index, problems }) =>
    problems.map((problem) => ({ ...problem, field: isBatch ? `batch[${index}].${problem.field}` : problem.field })),
  );
  const isTooLarge = bad.every(({ problems }) => problems.some((problem) => problem.code === 'too_large'));
  const first = fields[0];
  const sentence = first && `${first.message}${fields.length > 1 ? ` (and ${fields.length - 1} more)` : ''}`;
  return new AppError(isTooLarge ? 'too_large' : 'malformed', `No message can be kept: ${sentence}`, { fields, remedy: first?.remedy });
};

const messageIdOf = (raw: unknown): string | null => (isObject(raw) ? textOf(raw.messageId, 200) : null);
