/** A planned event, as far as its name is concerned. */
export interface PlannedName {
  readonly name: string;
  readonly mergedInto: string | null;
  readonly hidden: boolean;
}

/** Which name of an event counts as which other one. */
export type MergedNames = ReadonlyMap<string, string>;

export const NONE_MERGED: MergedNames = new Map();

/** Which names does a plan merge, and into what? */
export const mergedNames = (events: readonly Omit<PlannedName, 'hidden'>[]): MergedNames =>
  new Map(events.flatMap(({ name, mergedInto }) => (mergedInto === null ? [] : [[name, mergedInto] as const])));

/** What a plan says of names: which count as which other ones, and which are shown nowhere. */
export interface PlannedNames {
  readonly merged: MergedNames;
  readonly hidden: readonly string[];
}

export const NOTHING_PLANNED: PlannedNames = { merged: NONE_MERGED, hidden: [] };

/** Which names does a plan merge, and which does it hide? */
export const plannedNames = (events: readonly PlannedName[]): PlannedNames => ({
  merged: mergedNames(events),
  hidden: events.filter(({ hidden }) => hidden).map(({ name }) => name),
});

/** The names that these count as, each once. */
export const wholeNames = (names: readonly string[], merged: MergedNames): readonly string[] => [
  ...new Set(names.map((name) => merged.get(name) ?? name)),
];

/** Is each of these told by names of its own, so that no name means two of them? */
export const areApart = (told: readonly { readonly events: readonly string[] }[], merged: MergedNames): boolean => {
  const names = told.flatMap(({ events }) => withMerged(events, merged));
  return told.every(({ events }) => events.length > 0) && new Set(names).size === names.length;
};

/** All names that are meant by these, each once: an event also means what is merged into it; a merged name alone means the whole. */
export const withMerged = (names: readonly string[], merged: MergedNames): readonly string[] => {
  if (merged.size === 0 || names.length === 0) return [...new Set(names)];
  const whole = new Set(wholeNames(names, merged));
  return [...new Set([...whole, ...[...merged].filter(([, into]) => whole.has(into)).map(([name]) => name)])];
};
