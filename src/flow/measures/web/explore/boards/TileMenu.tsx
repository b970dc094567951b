import Ellipsis from 'lucide-react/icons/ellipsis';
import { useText } from '#web/i18n/i18n.ts';
import { Menu } from '#web/ui/Menu.tsx';
import type { BoardTile } from '../../../board-contracts.ts';
import { savedText } from '../saved/text/text.ts';
import { movedTile } from './moved-tile.ts';

const SPANS = [
  [2, 'third'],
  [3, 'half'],
  [4, 'twoThirds'],
  [6, 'whole'],
] as const;

export interface TileMenuProps {
  readonly name: string;
  readonly tiles: readonly BoardTile[];
  /** Which of them this is. */
  readonly at: number;
  readonly onChange: (tiles: readonly BoardTile[]) => void;
}

/** Moves a tile, makes it wider or narrower, takes it off the board. */
export const TileMenu = ({ name, tiles, at, onChange }: TileMenuProps) => {
  const t = useText(savedText);
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          aria-label={t('more', { name })}
          className="no-print inline-flex size-7 shrink-0 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-text"
        >
          <Ellipsis size={16} aria-hidden />
        </button>
      }
      groups={[
        {
          items: [
            { label: t('moveBack'), disabled: at === 0, onSelect: () => onChange(movedTile(tiles, at, -1)) },
            { label: t('moveOn'), disabled: at === tiles.length - 1, onSelect: () => onChange(movedTile(tiles, at, 1)) },
          ],
        },
        {
          label: t('width'),
          items: SPANS.map(([width, label]) => ({
            label: t(label),
            chosen: width === tiles[at]?.span,
            onSelect: () => onChange(tiles.map((tile, index) => (index === at ? { ...tile, span: width } : tile))),
          })),
        },
        { items: [{ label: t('takeOff'), danger: true, onSelect: () => onChange(tiles.filter((_, index) => index !== at)) }] },
      ]}
    />
  );
};
