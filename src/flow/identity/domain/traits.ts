/** What is known of a person by name; values are JSON. */
export type Traits = ReadonlyMap<string, unknown>;

/** The change that one message makes: `set` overwrites, `setOnce` fills only what is missing; within one message `set` wins. */
export type TraitChange = {
  readonly set?: Readonly<Record<string, unknown>> | undefined;
  readonly setOnce?: Readonly<Record<string, unknown>> | undefined;
};

/** No traits. */
export const NO_TRAITS: Traits = new Map();

/** What are the traits after this change? Names such as `toString` or `__proto__` are plain names; NUL becomes U+FFFD, as no text column can hold it. */
export function applyTraits(before: Traits, change: TraitChange): Traits {
  const after = new Map(before);
  for (const [name, value] of Object.entries(change.setOnce ?? {})) {
    const key = withoutNul(name);
    if (!after.has(key)) after.set(key, cleanValue(value));
  }
  for (const [name, value] of Object.entries(change.set ?? {})) after.set(withoutNul(name), cleanValue(value));
  return after;
}

/** What are the traits of two people who turn out to be one? The surviving side's values stand, the other side's fill the gaps. */
export function joinTraits(standing: Traits, filling: Traits): Traits {
  return new Map([...filling, ...standing]);
}

/** The same JSON value without NUL characters, in names and texts at any depth. */
export function cleanValue(value: unknown): unknown {
  if (typeof value === 'string') return withoutNul(value);
  if (Array.isArray(value)) return value.map(cleanValue);
  if (typeof value !== 'object' || value === null) return value;
  // fromEntries defines own properties, so that a name like __proto__ stays data.
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [withoutNul(name), cleanValue(inner)]));
}

function withoutNul(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '\uFFFD') : text;
}
