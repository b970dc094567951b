/** What is known of a person by name; values are JSON. */
export type Traits = ReadonlyMap<string, unknown>;

/** The change that one message makes: `set` overwrites, `setOnce` fills only what is missing; within one message `set` wins. */
export type TraitChange = {
  readonly set?: Readonly<Record<string, unknown>> | undefined;
  readonly setOnce?: Readonly<Record<string, unknown>> | undefined;
};

/** No traits. */
export const NO_TRAITS: Traits = new Map();

/** What are the traits after this change? Names such as `toString` or `__proto__` are plain names. */
export function applyTraits(before: Traits, change: TraitChange): Traits {
  const after = new Map(before);
  for (const [name, value] of Object.entries(change.setOnce ?? {})) {
    const key = cleanText(name);
    if (!after.has(key)) after.set(key, cleanValue(value));
  }
  for (const [name, value] of Object.entries(change.set ?? {})) after.set(cleanText(name), cleanValue(value));
  return after;
}

/** What are the traits of two people who turn out to be one? The surviving side's values stand, the other side's fill the gaps. */
export function joinTraits(standing: Traits, filling: Traits): Traits {
  return new Map([...filling, ...standing]);
}

/** The same JSON value with clean names and texts at any depth. */
export function cleanValue(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanValue);
  if (typeof value !== 'object' || value === null) return value;
  // fromEntries defines own properties, so that a name like __proto__ stays data.
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [cleanText(name), cleanValue(inner)]));
}

/** The same text as any store can hold it: NUL and halves of a character (an emoji cut in two) become U+FFFD. */
export function cleanText(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  return whole.includes('\0') ? whole.replaceAll('\0', '\uFFFD') : whole;
}

/** A name as it is kept and indexed: clean, without blanks around it, at most 300 characters. Empty when nothing is left. */
export function cleanName(text: string): string {
  return cleanText(text.trim().slice(0, 300)).trim();
}
