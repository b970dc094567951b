/** The name without what people write differently: case, separators, an ending in -s or -ed after the same word. */
export const bareName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => (/^[a-z]{5,}$/.test(word) ? word.replace(/(ped|ed|s)$/, '') : word))
    .join('');

/** Groups of names that differ only in how they are written, the commonest of each first: `Sign Up`, `sign_up`, `signedUp` are not told apart by people. */
export const similarNames = (events: readonly { readonly name: string; readonly count: number }[]): readonly (readonly string[])[] =>
  [...Map.groupBy(events, (event) => bareName(event.name)).entries()]
    .filter(([bare, group]) => bare !== '' && group.length > 1)
    .map(([, group]) => group.toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)).map((event) => event.name));
