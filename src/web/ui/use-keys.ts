import { useEffect, useRef } from 'react';

/** What a key does; keys are named as the browser names them, in lower case, with `mod+` and `shift+` before. */
export type KeyMap = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/** Listens to keys on the whole page, except while the reader types or a dialog is open. */
export const useKeys = (keys: KeyMap, active = true): void => {
  const current = useRef(keys);
  current.current = keys;
  useEffect(() => {
    if (!active) return;
    const onKey = (event: KeyboardEvent) => {
      if (keysRest(event)) return;
      const action = current.current[strokeOf(event)];
      if (!action) return;
      event.preventDefault();
      action(event);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [active]);
};

/** The name of a key press: `mod+k`, `shift+x`, `?`, `arrowdown`. */
export const strokeOf = (event: Pick<KeyboardEvent, 'key' | 'metaKey' | 'ctrlKey' | 'shiftKey' | 'altKey'>): string => {
  const key = event.key.toLowerCase();
  const letter = /^[a-z]$/.test(key) || key.length > 1;
  return [event.metaKey || event.ctrlKey ? 'mod+' : '', event.altKey ? 'alt+' : '', event.shiftKey && letter ? 'shift+' : '', key].join('');
};

/** Do the page's keys rest for this press, because the reader types, or a dialog or menu is open? */
export const keysRest = (event: KeyboardEvent): boolean =>
  event.defaultPrevented || event.isComposing || (isTyping(event) && !event.metaKey && !event.ctrlKey) || isDialogOpen();

const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.tagName === 'TEXTAREA' ||
    target.tagName === 'SELECT' ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)));

const isDialogOpen = (): boolean =>
  document.querySelector(
    '[role="dialog"][data-open], [role="alertdialog"][data-open], [role="menu"][data-open], [role="listbox"][data-open]',
  ) !== null;
