import { type RefObject, useEffect, useRef, useState } from 'react';

/** Has this element come near the visible part of the page yet? Once seen it stays so. */
export const useSeen = <Element extends HTMLElement>(): readonly [RefObject<Element | null>, boolean] => {
  const place = useRef<Element>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (seen || !place.current) return;
    const watcher = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && setSeen(true), {
      rootMargin: '200px',
    });
    watcher.observe(place.current);
    return () => watcher.disconnect();
  }, [seen]);
  return [place, seen];
};
