import type { Point, Stream } from './river-shapes.ts';

const CHARACTER = 7;
const LINE = 15;
/** Two numbers nearer than this to each other would be read as one. */
const APART = 8;
/** Of the names of banks, 12 px high. */
const [LETTER, SIGN] = [6.6, 12];

/**
 * Which streams say their number, and where? The weightiest choose first; one that finds all its places taken stays silent and tells its
 * number when it is pointed at.
 */
export const placeLabels = (streams: readonly Stream[], say: (stream: Stream) => string): ReadonlyMap<string, Point> => {
  const taken: { readonly point: Point; readonly width: number }[] = [];
  const places = new Map<string, Point>();
  const byWeight = [...streams].sort((a, b) => b.value - a.value);
  for (const stream of byWeight) {
    const width = say(stream).length * CHARACTER;
    const isFree = (point: Point): boolean =>
      taken.every((one) => Math.abs(one.point.y - point.y) >= LINE || Math.abs(one.point.x - point.x) >= (one.width + width) / 2 + APART);
    const point = stream.labels.find(isFree);
    if (!point) continue;
    taken.push({ point, width });
    places.set(stream.key, point);
  }
  return places;
};

/** Do these names stand side by side, each in so much room? Else every second one goes a line down. */
export const fitSideBySide = (names: readonly string[], room: number): boolean =>
  names.every((name) => [...name].reduce((width, sign) => width + (/\p{Script=Han}/u.test(sign) ? SIGN : LETTER), 0) <= room);
