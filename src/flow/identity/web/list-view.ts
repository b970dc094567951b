import { z } from 'zod';
import { Condition, EVERYTHING } from '#kernel/condition.ts';
import { type ListView, PLAIN_VIEW } from '#web/ui/pages/ListPage.tsx';

/** How a list is looked at, as it stands in the address. */
export const ListState = z.object({
  q: z.string().max(200).optional(),
  sort: z.string().max(80).optional(),
  order: z.enum(['asc', 'desc']).optional(),
  filter: Condition.optional(),
  cols: z.array(z.string().max(80)).max(60).optional(),
  /** The record that is open beside the list. */
  open: z.string().max(60).optional(),
  /** The saved view that was picked last. */
  view: z.string().max(60).optional(),
  /** The saved view to open: where links to it lead. Once open it is `view`, which may be changed without coming back. */
  saved: z.string().max(60).optional(),
  /** Accounts of one owner: where an owner's name leads. */
  owner: z.string().max(60).optional(),
});
export type ListState = z.infer<typeof ListState>;

/** What a change of the address may say; undefined takes a value out. */
export type ListStateChange = { readonly [Key in keyof ListState]?: ListState[Key] | undefined };

/** The view that an address stands for. */
export const viewOf = ({ q, sort, order, filter, cols, owner }: ListState): ListView => ({
  search: q ?? '',
  sort: sort ? { key: sort, direction: order ?? 'asc' } : null,
  filter: filter ?? (owner ? { all: [{ field: 'owner', op: 'in', value: [owner] }] } : EVERYTHING),
  columns: cols ?? null,
});

/** What of the address changes with the view. A changed filter takes over from the owner that the address named. */
export const changeOf = (change: Partial<ListView>): ListStateChange => ({
  ...('search' in change ? { q: change.search || undefined } : {}),
  ...('sort' in change ? { sort: change.sort?.key, order: change.sort?.direction } : {}),
  ...(change.filter ? { filter: isEverything(change.filter) ? undefined : change.filter, owner: undefined } : {}),
  ...('columns' in change ? { cols: change.columns ? [...change.columns] : undefined } : {}),
});

/** What the API is asked for this view. */
export const queryOf = ({ search, sort, filter }: ListView): Readonly<Record<string, string | undefined>> => ({
  search: search || undefined,
  sort: sort?.key,
  order: sort?.direction,
  filter: isEverything(filter) ? undefined : JSON.stringify(filter),
});

const KEPT = ['q', 'sort', 'order', 'filter', 'cols'] as const;

/** What of the address a saved view keeps. */
export const keptState = (state: ListState): Record<string, unknown> => {
  const view = viewOf(state);
  const whole = { ...state, ...(isEverything(view.filter) ? {} : { filter: view.filter }) };
  return Object.fromEntries(KEPT.flatMap((key) => (whole[key] === undefined ? [] : [[key, whole[key]]])));
};

/** The address that a saved view stands for; null is the list as it is at first. Parts that nobody understands any more are left out. */
export const stateOfView = (saved: { readonly id: string; readonly state: Record<string, unknown> } | null): ListStateChange => {
  const blank: ListStateChange = { q: undefined, sort: undefined, order: undefined, filter: undefined, cols: undefined, owner: undefined };
  if (saved === null) return { ...blank, view: undefined };
  const kept = Object.fromEntries(
    KEPT.flatMap((key) => {
      const parsed = ListState.shape[key].safeParse(saved.state[key]);
      return parsed.success && parsed.data !== undefined ? [[key, parsed.data]] : [];
    }),
  );
  return { ...blank, ...kept, view: saved.id };
};

/** Is this the list as it is before anybody narrows it? */
export const isPlain = (view: ListView): boolean => view.search === PLAIN_VIEW.search && isEverything(view.filter);

const isEverything = (condition: Condition): boolean => 'all' in condition && condition.all.length === 0;
