/** Which rows an action is for: those named, or everything that the list's filter matches. */
export interface Selection {
  readonly all: boolean;
  readonly ids: readonly string[];
}

export const NOTHING_SELECTED: Selection = { all: false, ids: [] };

/** Is this row chosen? */
export const isSelected = (selection: Selection, id: string): boolean => selection.all || selection.ids.includes(id);

/** The selection after a row was ticked or unticked. Unticking one of "everything" leaves the other rows that are loaded. */
export const toggled = (selection: Selection, id: string, loaded: readonly string[]): Selection => {
  const ids = selection.all ? loaded : selection.ids;
  return { all: false, ids: ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id] };
};

/** The selection with all rows between two places added, both included, in either direction. */
export const extended = (selection: Selection, between: readonly [number, number], loaded: readonly string[]): Selection => {
  const [low, high] = between[0] < between[1] ? between : [between[1], between[0]];
  return { all: selection.all, ids: [...new Set([...selection.ids, ...loaded.slice(low, high + 1)])] };
};
