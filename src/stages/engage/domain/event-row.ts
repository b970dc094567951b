import type { ImportRow, RowRefusal } from '#flow/intake/contracts.ts';
import { isRecordFact } from '#kernel/record-facts.ts';
import { ENGAGE_SAYS } from './engage-sayings.ts';
import type { FileEvent } from './imported-event.ts';
import { ownerText } from './usage-row.ts';

/** The event that this row tells; refused when its name is kept for records or its properties are no JSON object. */
export const eventOfRow = ({ values, custom }: ImportRow): FileEvent | { readonly refused: RowRefusal } => {
  const event = String(values.event).trim();
  if (isRecordFact(event)) return { refused: keptName(event) };
  const properties = propertiesOf(values.properties);
  if (properties === null) return { refused: NO_OBJECT };
  return {
    event,
    at: Number(values.at),
    id: values.event_id ? String(values.event_id) : null,
    owner: ownerText(values),
    about: '',
    props: { ...properties, ...custom },
  };
};

// One level deep, as live events are kept; what is nested stays JSON.
const propertiesOf = (value: ImportRow['values'][string]): Readonly<Record<string, string>> | null => {
  if (value === null || value === undefined || value === '') return {};
  try {
    const parsed: unknown = JSON.parse(String(value));
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return null;
    return Object.fromEntries(
      Object.entries(parsed).flatMap(([key, part]) =>
        part === null ? [] : [[key, typeof part === 'string' ? part : JSON.stringify(part)]],
      ),
    );
  } catch {
    return null;
  }
};

const keptName = (event: string): RowRefusal => ({
  field: 'event',
  said: ENGAGE_SAYS.event_name_kept({ event }),
});
const NO_OBJECT: RowRefusal = {
  field: 'properties',
  said: ENGAGE_SAYS.properties_not_object(),
};
