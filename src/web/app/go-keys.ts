import { useEffect, useRef } from 'react';
import { keysRest, strokeOf } from '#web/ui/use-keys.ts';
import { useSlices } from './slices-context.ts';

const PATIENCE = 1_200;

/** Follows `g` and then the letter of a page, pressed within 1.2 s. */
export const useGoKeys = (go: (to: string) => void): void => {
  const slices = useSlices();
  const follow = useRef(go);
  follow.current = go;
  useEffect(() => {
    const letters = new Map(slices.flatMap((slice) => slice.nav ?? []).flatMap(({ goKey, to }) => (goKey ? [[goKey, to]] : [])));
    let pressedAt = 0;
    const onKey = (event: KeyboardEvent) => {
      if (keysRest(event)) return;
      const stroke = strokeOf(event);
      const to = event.timeStamp - pressedAt < PATIENCE ? letters.get(stroke) : undefined;
      pressedAt = stroke === 'g' ? event.timeStamp : 0;
      if (to === undefined) return;
      pressedAt = 0;
      event.preventDefault();
      event.stopPropagation();
      follow.current(to);
    };
    // While capturing, so that the letter is not also taken by the list on the page (`g` `e` must not edit a row).
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [slices]);
};
