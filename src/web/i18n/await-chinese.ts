// The smallest file of the typeface, 2 kB of signs that hardly anybody writes.
import anyFace from '@fontsource-variable/noto-sans-sc/files/noto-sans-sc-97-wght-normal.woff2?no-inline';

/**
 * Fetches our Chinese typeface as soon as the first Chinese character is to be drawn, in whichever language the page is: names are what
 * they are, and a machine may have no typeface for them. Pages without such characters fetch nothing.
 */
export const awaitChinese = (): void => {
  // A browser fetches a face only when a character of its range is drawn with its family: that is the sign. One of the machine's own faces
  // (`local`) would not do, as Chromium looks for it at once.
  const sentinel = new FontFace('Chinese awaited', `url("${anyFace}")`, { unicodeRange: CHINESE, display: 'swap' });
  document.fonts.add(sentinel);
  const fetchAll = (): Promise<unknown> => import('./chinese-typeface.ts');
  void sentinel.loaded.then(fetchAll, fetchAll);
};

// Radicals to ideographs with their punctuation, compatible and full-width forms, and the ideographs of the supplementary planes.
const CHINESE = 'U+2E80-9FFF, U+F900-FAFF, U+FE30-FE4F, U+FF00-FFEF, U+20000-323AF';
