import type { EventTime, TimeWarning } from './event-time.ts';
import { type Flattened, type FlattenWarning, PROPERTY_LIMITS } from './flatten-properties.ts';
import type { TrackingWarning } from './tracking-message.ts';

const TIME_WARNINGS: Readonly<Record<TimeWarning, { readonly field: string; readonly message: string }>> = {
  bad_timestamp: { field: 'timestamp', message: 'The timestamp is not a time; the time of receipt was taken.' },
  bad_sent_at: { field: 'sentAt', message: 'sentAt is not a time; the clock of the sender was not corrected.' },
  bad_offset: { field: 'offset', message: 'The offset is not a number of milliseconds; the time of receipt was taken.' },
  time_ahead: { field: 'timestamp', message: 'The time lies more than 23 hours ahead; it was set back.' },
  time_ancient: { field: 'timestamp', message: 'The time lies before 1995; the time of receipt was taken.' },
};
const FLATTEN_WARNINGS: Readonly<Record<FlattenWarning, string>> = {
  too_many_properties: `There are more than ${PROPERTY_LIMITS.names} properties; the rest was left out.`,
  nested_too_deep: `Properties are nested more than ${PROPERTY_LIMITS.depth} levels deep; deeper levels were kept as JSON text.`,
  name_too_long: `A property name is longer than ${PROPERTY_LIMITS.nameLength} characters; that property was left out.`,
  value_too_long: `A value is longer than ${PROPERTY_LIMITS.valueLength} characters; it was cut.`,
};
const NONE: readonly TrackingWarning[] = [];

/** What had to be ignored, cut or corrected, in sentences for the sender. */
export function warningsOf(time: EventTime, flattened: Flattened, field: 'properties' | 'traits'): readonly TrackingWarning[] {
  if (time.warnings.length === 0 && flattened.warnings.length === 0) return NONE;
  return [
    ...time.warnings.map((code) => ({ code, ...TIME_WARNINGS[code] })),
    ...flattened.warnings.map((code) => ({ field, code, message: FLATTEN_WARNINGS[code] })),
  ];
}
