import { isObject, storableText } from './plain-text.ts';

/** Properties by dotted name, all as text. */
export type FlatProperties = Readonly<Record<string, string>>;

/** Which limit the properties of a message ran into. */
export type FlattenWarning = 'too_many_properties' | 'nested_too_deep' | 'name_too_long' | 'value_too_long';

/** The limits: names beyond the 255th are left out, deeper levels are kept as JSON text, long names left out, long values cut. */
export const PROPERTY_LIMITS = { names: 255, depth: 6, nameLength: 200, valueLength: 8192 } as const;

/** The properties of a message as a map of texts, and which limits they ran into. */
export type Flattened = { readonly properties: FlatProperties; readonly warnings: readonly FlattenWarning[] };

const NONE: Flattened = { properties: {}, warnings: [] };

/**
 * What do these properties say as a flat map? Nested names are joined by dots, arrays are JSON texts, null and empty objects say nothing.
 * When two paths give the same name the later wins. `leaveOut` names top-level properties with a meaning of their own.
 */
export function flattenProperties(raw: Readonly<Record<string, unknown>> | null, leaveOut?: ReadonlySet<string>): Flattened {
  if (raw === null) return NONE;
  const flat: Flat = { properties: {}, count: 0, warnings: null };
  for (const name in raw) {
    if (Object.hasOwn(raw, name) && !leaveOut?.has(name)) put(flat, name, raw[name], 1);
  }
  return { properties: flat.properties, warnings: flat.warnings ? [...flat.warnings] : [] };
}

type Flat = { readonly properties: Record<string, string>; count: number; warnings: Set<FlattenWarning> | null };

function put(flat: Flat, name: string, value: unknown, depth: number): void {
  if (value === null || value === undefined) return;
  if (typeof value === 'object') {
    putNested(flat, name, value, depth);
    return;
  }
  putText(flat, name, typeof value === 'string' ? storableText(value) : String(value));
}

function putNested(flat: Flat, name: string, value: object, depth: number): void {
  if (!isObject(value)) {
    putText(flat, name, JSON.stringify(value));
    return;
  }
  if (depth < PROPERTY_LIMITS.depth) {
    for (const inner of Object.keys(value)) put(flat, `${name}.${inner}`, value[inner], depth + 1);
    return;
  }
  if (Object.keys(value).length === 0) return;
  warn(flat, 'nested_too_deep');
  putText(flat, name, JSON.stringify(value));
}

function putText(flat: Flat, rawName: string, text: string): void {
  if (rawName.length > PROPERTY_LIMITS.nameLength) {
    warn(flat, 'name_too_long');
    return;
  }
  if (flat.count >= PROPERTY_LIMITS.names) {
    warn(flat, 'too_many_properties');
    return;
  }
  flat.count++;
  const name = storableText(rawName);
  if (text.length > PROPERTY_LIMITS.valueLength) warn(flat, 'value_too_long');
  const value = text.length > PROPERTY_LIMITS.valueLength ? storableText(text.slice(0, PROPERTY_LIMITS.valueLength)) : text;
  // Plain assignment of this one name would set the prototype instead.
  if (name === '__proto__') Object.defineProperty(flat.properties, name, { value, enumerable: true, configurable: true, writable: true });
  else flat.properties[name] = value;
}

function warn(flat: Flat, warning: FlattenWarning): void {
  flat.warnings ??= new Set();
  flat.warnings.add(warning);
}
