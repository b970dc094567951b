import type { MouseEvent } from 'react';

/** The name of a row is a link to its page: the first press opens the detail beside the list, the second follows the link. */
export const openInstead = (event: MouseEvent, open: (() => void) | undefined): void => {
  if (!open || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
  if (!(event.target instanceof Element) || !event.target.closest('[data-first] a')) return;
  event.preventDefault();
  event.stopPropagation();
  open();
};

/** Did the press go to something inside of the row that acts on its own? */
export const isControl = ({ target }: MouseEvent): boolean =>
  target instanceof Element && target.closest('a, button, input, label, select, textarea, [role="checkbox"]') !== null;
