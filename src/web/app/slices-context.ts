import { createContext, useContext } from 'react';
import type { AnyWebSlice, NavEntry, NavSection } from './slice.ts';

export const SlicesContext = createContext<readonly AnyWebSlice[]>([]);

/** Every slice that brings pages. */
export const useSlices = (): readonly AnyWebSlice[] => useContext(SlicesContext);

/** An entry of the sidebar with the slice whose words name it. */
export interface OwnedEntry extends NavEntry {
  readonly slice: AnyWebSlice;
}

/** The entries of a section in their order; empty when no slice has something there. */
export const entriesOf = (slices: readonly AnyWebSlice[], section: NavSection): readonly OwnedEntry[] =>
  slices
    .flatMap((slice) => (slice.nav ?? []).map((entry) => ({ ...entry, slice })))
    .filter((entry) => entry.section === section)
    .sort((a, b) => a.order - b.order);

/** Where a workspace opens: the entry that says so, else the first. */
export const homeOf = (slices: readonly AnyWebSlice[]): string => {
  const entries = slices.flatMap((slice) => slice.nav ?? []);
  return (entries.find((entry) => entry.home) ?? entriesOf(slices, 'top')[0] ?? entries[0])?.to ?? '/';
};
