import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { z } from 'zod';

/** How a change of the view enters the history: `push` can be undone with Back, `replace` cannot. */
export type ViewChange = 'push' | 'replace';

/** The state of a view, kept in the URL's search. What does not fit the schema is taken as absent, so give each field a default or make it optional. */
export const useViewState = <Schema extends z.ZodObject>(
  schema: Schema,
): readonly [z.output<Schema>, (change: Partial<z.input<Schema>>, how?: ViewChange) => void] => {
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const navigate = useNavigate();
  const text = JSON.stringify(search);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text stands for the search; its identity changes with every navigation
  const state = useMemo(() => readView(schema, search), [schema, text]);
  const set = useCallback(
    (change: Partial<z.input<Schema>>, how: ViewChange = 'push') => {
      const next = (now: Record<string, unknown>) => withoutEmpty({ ...now, ...change });
      void navigate({ to: '.', search: next as never, replace: how === 'replace', resetScroll: false });
    },
    [navigate],
  );
  return [state, set];
};

/** The parameters of the page's path: `$id` in `/accounts/$id` is `id`. */
export const usePathParams = (): Readonly<Record<string, string>> => useParams({ strict: false }) as Record<string, string>;

/** Reads a view from search values field by field: one that does not fit falls back to its default without spoiling the others. */
export const readView = <Schema extends z.ZodObject>(schema: Schema, search: Readonly<Record<string, unknown>>): z.output<Schema> => {
  const fitting = Object.fromEntries(
    Object.entries(schema.shape).flatMap(([key, field]) => {
      const value = search[key];
      return value !== undefined && (field as z.ZodType).safeParse(value).success ? [[key, value]] : [];
    }),
  );
  return schema.parse(fitting);
};

const withoutEmpty = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== ''));
