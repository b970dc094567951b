import { isRecordFact } from '#kernel/record-facts.ts';
import type { Said } from '#kernel/saying.ts';
import { isObject, utf8Bytes } from './plain-text.ts';
import { MESSAGE_LIMITS, type ProblemCode, TRACKING_KINDS, type TrackingKind, type TrackingProblem } from './tracking-message.ts';
import { TRACKING_SAYS } from './tracking-sayings.ts';

type Fields = Readonly<Record<string, unknown>>;

const KINDS: ReadonlySet<unknown> = new Set(TRACKING_KINDS);
const OBJECT_FIELDS = ['properties', 'traits', 'context'] as const;
const ID_FIELDS = ['userId', 'anonymousId', 'groupId', 'previousId'] as const;

/** Which call is this? The address of the request wins over the message's own `type`; null when neither names one. */
export function kindOf(raw: Fields, stated: TrackingKind | undefined): TrackingKind | null {
  return stated ?? (isKind(raw.type) ? raw.type : null);
}

/** Why can this message not be kept? Empty when it can. All problems at once, so that a sender need not find them one by one. */
export function problemsOf(raw: Fields, kind: TrackingKind, isMeasured: boolean): readonly TrackingProblem[] {
  const problems: TrackingProblem[] = [];
  if (!isMeasured && isTooLarge(raw)) {
    problems.push(problem('message', 'too_large', TRACKING_SAYS.message_too_large({ kilobytes: MESSAGE_LIMITS.bytes / 1024 })));
  }
  for (const field of ID_FIELDS) checkText(problems, raw[field], field, MESSAGE_LIMITS.idLength);
  checkText(problems, raw.messageId, 'messageId', MESSAGE_LIMITS.messageIdLength);
  for (const field of OBJECT_FIELDS) {
    const value = raw[field];
    if (value === undefined || value === null || isObject(value)) continue;
    problems.push(problem(field, 'wrong_type', TRACKING_SAYS.message_field_not_object({ field })));
  }
  checkRequired(problems, raw, kind);
  return problems;
}

/** Says that something is wrong with a field, and what the sender can do. */
export function problem(field: string, code: ProblemCode, said: Said): TrackingProblem {
  return { field, code, said };
}

function checkRequired(problems: TrackingProblem[], raw: Fields, kind: TrackingKind): void {
  if (kind === 'alias') {
    requireField(problems, raw.userId, 'userId');
    requireField(problems, raw.previousId, 'previousId');
    return;
  }
  if (isBlank(raw.userId) && isBlank(raw.anonymousId)) {
    problems.push(problem('userId', 'missing', TRACKING_SAYS.message_nobody_named()));
  }
  if (kind === 'group') requireField(problems, raw.groupId, 'groupId');
  if (kind !== 'track') return;
  requireField(problems, raw.event, 'event');
  if (typeof raw.event === 'number') problems.push(notText('event'));
  else checkText(problems, raw.event, 'event', MESSAGE_LIMITS.eventLength);
  // A write key stands in public pages: with it nobody may tell that a subscription began or a deal was won.
  if (typeof raw.event === 'string' && isRecordFact(raw.event.trim())) {
    problems.push(problem('event', 'reserved', TRACKING_SAYS.message_event_reserved()));
  }
}

function requireField(problems: TrackingProblem[], value: unknown, field: string): void {
  if (isBlank(value)) problems.push(problem(field, 'missing', TRACKING_SAYS.message_field_missing({ field })));
}

function checkText(problems: TrackingProblem[], value: unknown, field: string, limit: number): void {
  if (value === undefined || value === null) return;
  if (typeof value === 'string') {
    if (value.length <= limit) return;
    problems.push(problem(field, 'too_long', TRACKING_SAYS.message_field_too_long({ field, limit })));
  } else if (typeof value !== 'number' || !Number.isFinite(value)) {
    problems.push(notText(field));
  }
}

function notText(field: string): TrackingProblem {
  return problem(field, 'wrong_type', TRACKING_SAYS.message_field_not_text({ field }));
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

/** Small messages, which nearly all are, need not be counted exactly, which takes as long as reading them. */
function isTooLarge(raw: Fields): boolean {
  return room(raw, MESSAGE_LIMITS.bytes) < 0 && utf8Bytes(JSON.stringify(raw)) > MESSAGE_LIMITS.bytes;
}

/** How many bytes are left at least when this value is written as JSON; below 0 it may not fit. A UTF-16 unit takes at most six (`\\u0000`). */
function room(value: unknown, left: number): number {
  if (typeof value === 'string') return left - value.length * 6 - 3;
  if (typeof value !== 'object' || value === null) return left - 26;
  // More than its brackets take, so that deep nesting ends the counting before the stack does.
  let rest = left - 8;
  for (const name in value) {
    if (rest < 0) return rest;
    rest = room((value as Fields)[name], rest - name.length * 6 - 4);
  }
  return rest;
}

function isKind(value: unknown): value is TrackingKind {
  return KINDS.has(value);
}
