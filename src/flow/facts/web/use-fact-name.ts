import { useCallback, useMemo } from 'react';
import { listDisplayNames } from '#flow/measures/plan-contracts.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useQueryOf } from '#web/queries.ts';
import { factName } from './fact-words.ts';
import { factText } from './text/text.ts';

const KEPT_FOR = 300_000;
const NONE = { events: [], properties: [] };

/** The names that the workspace gave to events and properties in its tracking plan, by the names under which they are sent. */
export interface DisplayNames {
  readonly events: ReadonlyMap<string, string>;
  readonly properties: ReadonlyMap<string, string>;
}

/** What the workspace calls its events and properties; nothing before that is known. */
export const useDisplayNames = (): DisplayNames => {
  const { events, properties } = useQueryOf(listDisplayNames, {}, { freshFor: KEPT_FOR }).data ?? NONE;
  return useMemo(() => ({ events: byName(events), properties: byName(properties) }), [events, properties]);
};

/** Says what a kind of fact is called: as the workspace calls it, else in the reader's language, else its name in words. */
export const useFactName = (): ((event: string) => string) => {
  const t = useText(factText);
  const { events } = useDisplayNames();
  return useCallback((event: string) => events.get(event) ?? factName(event, t), [events, t]);
};

const byName = (rows: readonly { readonly name: string; readonly displayName: string }[]): ReadonlyMap<string, string> =>
  new Map(rows.map(({ name, displayName }) => [name, displayName]));
