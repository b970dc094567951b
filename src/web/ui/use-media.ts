import { useSyncExternalStore } from 'react';

/** Is the window narrower than this many pixels? 640 is a phone. */
export const useNarrowerThan = (width: number): boolean => {
  const query = `(max-width: ${width - 0.02}px)`;
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => window.matchMedia(query).matches,
    () => false,
  );
};
