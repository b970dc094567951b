export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const GAP = 10;
const EDGE = 8;

/** Where does a card of this size stand, so that it neither covers what it tells of nor leaves the window? Beneath, above, right or left of it. */
export const placeCard = (
  of: Area,
  card: { readonly width: number; readonly height: number },
  room: { readonly width: number; readonly height: number },
): { readonly left: number; readonly top: number } => {
  const within = (value: number, size: number, limit: number): number => Math.max(EDGE, Math.min(value, limit - size - EDGE));
  const left = within(of.left + of.width / 2 - card.width / 2, card.width, room.width);
  const top = within(of.top + of.height / 2 - card.height / 2, card.height, room.height);
  const below = of.top + of.height + GAP;
  if (below + card.height + EDGE <= room.height) return { left, top: Math.max(EDGE, below) };
  const above = of.top - GAP - card.height;
  if (above >= EDGE) return { left, top: above };
  const right = of.left + of.width + GAP;
  if (right + card.width + EDGE <= room.width) return { left: Math.max(EDGE, right), top };
  return { left: within(of.left - GAP - card.width, card.width, room.width), top };
};
