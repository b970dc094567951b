/** The simulator's seeded generator, as far as words need it. */
export interface Draw {
  int(below: number): number;
  pick<T>(items: readonly T[]): T;
}

/** Which item, when the first ones are the common ones? The list is ordered by how often its items are met. */
export const pickCommon = <T>(draw: Draw, items: readonly T[]): T =>
  items[Math.min(draw.int(items.length), draw.int(items.length), draw.int(items.length))] as T;

/** A text with its slots filled: `{day}` becomes `slots.day`; a slot without a value stays as it is, so that a test sees it. */
export const fill = (text: string, slots: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (slot, key: string) => slots[key] ?? slot);
