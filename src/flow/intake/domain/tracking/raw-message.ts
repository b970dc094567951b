import { instantFrom } from './instant-text.ts';
import { isObject, textOf } from './plain-text.ts';

/** The times that a message states (UTC ms), and by how much the clock of its sender was behind ours when it was sent (ms; on its way it lost some too). */
export interface StatedTimes {
  readonly timestamp: number | null;
  readonly sentAt: number | null;
  readonly skewMs: number | null;
}

/** The ids that a message names; null where it names none. */
export interface NamedIds {
  readonly messageId: string | null;
  readonly userId: string | null;
  readonly anonymousId: string | null;
  readonly groupId: string | null;
  readonly previousId: string | null;
}

/** A message without the address of the machine that sent it, which is shown and kept nowhere; the same object when it names none. */
export const withoutMachineAddress = (raw: unknown): unknown => {
  if (!isObject(raw)) return raw;
  const { context, properties } = raw;
  const inContext = isObject(context) && 'ip' in context;
  const inProperties = isObject(properties) && '$ip' in properties;
  if (!inContext && !inProperties) return raw;
  return {
    ...raw,
    ...(inContext ? { context: without(context, 'ip') } : {}),
    ...(inProperties ? { properties: without(properties, '$ip') } : {}),
  };
};

/** Which times does this message state? `sentAt` of its batch counts where it has none of its own. */
export const statedTimesOf = (
  raw: unknown,
  { receivedAt, sentAt }: { readonly receivedAt: number; readonly sentAt: unknown },
): StatedTimes => {
  const fields = isObject(raw) ? raw : {};
  const sent = instantFrom(fields.sentAt ?? sentAt);
  return {
    timestamp: instantFrom(fields.timestamp) ?? instantFrom(fields.originalTimestamp),
    sentAt: sent,
    skewMs: sent === null ? null : receivedAt - sent,
  };
};

/** Which ids does this message name, also in its context? */
export const namedIdsOf = (raw: unknown): NamedIds => {
  const fields = isObject(raw) ? raw : {};
  const context = isObject(fields.context) ? fields.context : {};
  const text = (value: unknown): string | null => textOf(value, 512);
  return {
    ...{ messageId: text(fields.messageId), userId: text(fields.userId), anonymousId: text(fields.anonymousId) },
    ...{ groupId: text(fields.groupId) ?? text(context.groupId), previousId: text(fields.previousId) },
  };
};

/** The library that made a message, as in `perennial-sdk@0.1.0`; '' when it names none. */
export const libraryOf = (raw: unknown): string => {
  const context = isObject(raw) && isObject(raw.context) ? raw.context : {};
  const { name, version } = isObject(context.library) ? context.library : { name: null, version: null };
  return [textOf(name, 100), textOf(version, 50)].filter((part) => part !== null).join('@');
};

const without = (fields: Readonly<Record<string, unknown>>, key: string): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => name !== key));
