import type { NavSection } from './slice.ts';

const KEY = 'perennial.folded';

// What a person's work rarely needs is folded until they unfold it; whoever has no duty sees everything.
const AT_FIRST: Readonly<Record<string, readonly NavSection[]>> = {
  marketing: ['act'],
  sales: ['decide'],
  success: ['decide'],
  support: ['stages', 'decide'],
  finance: ['stages', 'act'],
  executive: ['act'],
};

/** Is this part of the sidebar folded: as the reader left it, else as their duty suggests? */
export const isFolded = (section: NavSection, duty: string | null): boolean =>
  kept()[section] ?? AT_FIRST[duty ?? '']?.includes(section) ?? false;

/** Remembers how the reader left a part of the sidebar. */
export const keepFolded = (section: NavSection, folded: boolean): void =>
  localStorage.setItem(KEY, JSON.stringify({ ...kept(), [section]: folded }));

const kept = (): Partial<Record<NavSection, boolean>> => {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Record<NavSection, boolean>>;
  } catch {
    return {};
  }
};
