import { useState } from 'react';
import { useKeys } from '../use-keys.ts';
import { extended, type Selection, toggled } from './selection.ts';

/** Where the keyboard stands in a list; -1 before it was used. */
export interface ListCursor {
  readonly at: number;
  /** Was it moved by a key, so that the row should take the focus? */
  readonly moved: boolean;
  readonly place: (at: number) => void;
}

export interface ListKeys {
  readonly ids: readonly string[];
  readonly onOpen?: (id: string) => void;
  readonly onEdit?: (id: string) => void;
  readonly selection?: Selection;
  readonly onSelect?: (selection: Selection) => void;
}

/** Walks a list by keys: j and k move, Enter opens, e edits, x selects, shift and x selects everything from the last x to here. */
export const useListCursor = ({ ids, onOpen, onEdit, selection, onSelect }: ListKeys): ListCursor => {
  const [{ at, moved }, setCursor] = useState({ at: -1, moved: false });
  const [anchor, setAnchor] = useState(0);
  const go = (to: number) => ids.length > 0 && setCursor({ at: Math.max(0, Math.min(ids.length - 1, to)), moved: true });
  const here = ids[at];
  const select = () => {
    if (here === undefined || !selection || !onSelect) return;
    setAnchor(at);
    onSelect(toggled(selection, here, ids));
  };
  const selectTo = () => selection && onSelect && at >= 0 && onSelect(extended(selection, [anchor, at], ids));
  useKeys({
    j: () => go(at + 1),
    k: () => go(at - 1),
    arrowdown: () => go(at + 1),
    arrowup: () => go(at - 1),
    home: () => go(0),
    end: () => go(ids.length - 1),
    ...(here !== undefined && onOpen
      ? { enter: (event: KeyboardEvent) => (isOnControl(event) ? followDefault(event) : onOpen(here)) }
      : {}),
    ...(here !== undefined && onEdit ? { e: () => onEdit(here) } : {}),
    x: select,
    'shift+x': selectTo,
  });
  return { at, moved, place: (to) => setCursor((now) => (now.at === to ? now : { at: to, moved: false })) };
};

const isOnControl = ({ target }: KeyboardEvent): boolean => target instanceof Element && target.closest('a, button') !== null;

// Enter on a link or button inside of a row means that control, not the row.
const followDefault = ({ target }: KeyboardEvent): void => {
  if (target instanceof HTMLElement) target.closest<HTMLElement>('a, button')?.click();
};
