import type { RefObject } from 'react';

/**
 * Where in the document does something floating stand? Within the page's main part, so that readers of landmarks find it; within the dialog
 * or list that it unfolds from when there is one, because what is behind an open dialog is hidden from readers.
 */
export const FLOATING_PLACE: RefObject<HTMLElement | null> = {
  get current() {
    return document.querySelector('[role="dialog"][data-open], [role="alertdialog"][data-open]')
      ? null
      : document.getElementById('content');
  },
};
