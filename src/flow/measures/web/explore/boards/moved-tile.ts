/** The tiles with the one in this place moved back (-1) or on (1); the same at the ends. */
export const movedTile = <Tile>(tiles: readonly Tile[], at: number, by: -1 | 1): readonly Tile[] => {
  const [one, other] = [tiles[at], tiles[at + by]];
  if (one === undefined || other === undefined) return tiles;
  return tiles.map((tile, index) => (index === at ? other : index === at + by ? one : tile));
};
