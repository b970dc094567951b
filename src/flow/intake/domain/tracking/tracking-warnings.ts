import type { Said } from '#kernel/saying.ts';
import type { EventTime, TimeWarning } from './event-time.ts';
import { type Flattened, type FlattenWarning, PROPERTY_LIMITS } from './flatten-properties.ts';
import type { TrackingWarning } from './tracking-message.ts';
import { TRACKING_SAYS } from './tracking-sayings.ts';

const TIME_WARNINGS: Readonly<Record<TimeWarning, { readonly field: string; readonly said: Said }>> = {
  bad_timestamp: { field: 'timestamp', said: TRACKING_SAYS.timestamp_unreadable() },
  bad_sent_at: { field: 'sentAt', said: TRACKING_SAYS.sent_at_unreadable() },
  bad_offset: { field: 'offset', said: TRACKING_SAYS.offset_unreadable() },
  time_ahead: { field: 'timestamp', said: TRACKING_SAYS.time_too_far_ahead() },
  time_ancient: { field: 'timestamp', said: TRACKING_SAYS.time_too_old() },
};
const FLATTEN_WARNINGS: Readonly<Record<FlattenWarning, Said>> = {
  too_many_properties: TRACKING_SAYS.properties_too_many({ limit: PROPERTY_LIMITS.names }),
  nested_too_deep: TRACKING_SAYS.properties_too_deep({ limit: PROPERTY_LIMITS.depth }),
  name_too_long: TRACKING_SAYS.property_name_too_long({ limit: PROPERTY_LIMITS.nameLength }),
  value_too_long: TRACKING_SAYS.property_value_too_long({ limit: PROPERTY_LIMITS.valueLength }),
};
const NONE: readonly TrackingWarning[] = [];

/** What had to be ignored, cut or corrected, and what the sender is told. */
export function warningsOf(time: EventTime, flattened: Flattened, field: 'properties' | 'traits'): readonly TrackingWarning[] {
  if (time.warnings.length === 0 && flattened.warnings.length === 0) return NONE;
  return [
    ...time.warnings.map((code) => ({ code, ...TIME_WARNINGS[code] })),
    ...flattened.warnings.map((code) => ({ field, code, said: FLATTEN_WARNINGS[code] })),
  ];
}
