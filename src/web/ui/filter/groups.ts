import type { FieldTest } from '#kernel/condition.ts';

/** A condition over fields, or over fields and tests of another kind. */
export type Tree<Other extends object = never> =
  | { readonly all: readonly Tree<Other>[] }
  | { readonly any: readonly Tree<Other>[] }
  | { readonly not: Tree<Other> }
  | FieldTest
  | Other;

/** How the parts of a group are joined: `none` is neither of them. */
export type Join = 'all' | 'any' | 'none';

/** A group of a condition as an editor shows it. */
export interface Group<Other extends object = never> {
  readonly join: Join;
  readonly parts: readonly Tree<Other>[];
}

/** Where a part stands in a condition: the indexes on the way down; the inside of a `not` is its part 0. */
export type Path = readonly number[];

/** Is this node a group, not a test? */
export const isGroup = (node: object): boolean => 'all' in node || 'any' in node || 'not' in node;

/** The group that a condition is; a test alone is a group of one. */
export const groupOf = <Other extends object = never>(node: Tree<Other>): Group<Other> => {
  const { all, any, not } = node as Written<Other>;
  if (all) return { join: 'all', parts: all };
  if (any) return { join: 'any', parts: any };
  if (!not) return { join: 'all', parts: [node] };
  return { join: 'none', parts: (not as Written<Other>).any ?? [not] };
};

/** The condition of a group. */
export const conditionOfGroup = <Other extends object = never>({ join, parts }: Group<Other>): Tree<Other> =>
  join === 'all' ? { all: parts } : join === 'any' ? { any: parts } : { not: { any: parts } };

/** The condition written as groups all the way down, as the editor writes it, so that parts stand where it looks for them. */
export const asGroups = <Other extends object = never>(node: Tree<Other>): Tree<Other> => {
  const { join, parts } = groupOf(node);
  return conditionOfGroup({ join, parts: parts.map((part) => (isGroup(part) ? asGroups(part) : part)) });
};

/** The condition without groups that hold nothing, and without groups around a single part; null when nothing is left. */
export const withoutEmptyGroups = <Other extends object = never>(node: Tree<Other>): Tree<Other> | null => {
  if (!isGroup(node)) return node;
  const { join, parts } = groupOf(node);
  const kept = parts.map((part) => withoutEmptyGroups(part)).filter((part) => part !== null);
  if (kept.length === 0) return null;
  return kept.length === 1 && join !== 'none' ? kept[0]! : conditionOfGroup({ join, parts: kept });
};

/** Where a part of a group stands in the condition. */
export const pathOfPart = (path: Path, join: Join, at: number): Path => [...path, ...(join === 'none' ? [0, at] : [at])];

interface Written<Other extends object> {
  readonly all?: readonly Tree<Other>[];
  readonly any?: readonly Tree<Other>[];
  readonly not?: Tree<Other>;
}
