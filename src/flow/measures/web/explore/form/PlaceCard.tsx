import Ellipsis from 'lucide-react/icons/ellipsis';
import { type ReactNode, useState } from 'react';
import { EVERYTHING } from '#kernel/condition.ts';
import { useText } from '#web/i18n/i18n.ts';
import { FilterBar } from '#web/ui/filter/FilterBar.tsx';
import { Menu, type MenuGroup } from '#web/ui/Menu.tsx';
import type { EventMatch } from '../../../question-contracts.ts';
import { exploreText } from '../text/text.ts';
import { useFieldsOf, usePlaceName } from '../use-question-words.ts';
import { EventNames } from './EventNames.tsx';

export interface PlaceCardProps {
  /** "A", "1", "Began with". */
  readonly sign: string;
  readonly place: EventMatch;
  readonly onChange: (place: EventMatch) => void;
  readonly onMove?: (by: -1 | 1) => void;
  readonly onRemove?: () => void;
  /** What else belongs to this place. */
  readonly children?: ReactNode;
}

const OCCURRENCES = ['every', 'first_ever', 'first_matching'] as const;

/** One fact of a question: which events it is, which of their properties are wanted, and which time counts. */
export const PlaceCard = ({ sign, place, onChange, onMove, onRemove, children }: PlaceCardProps) => {
  const t = useText(exploreText);
  const nameOf = usePlaceName();
  const [adding, setAdding] = useState(false);
  const fields = useFieldsOf(place.events);
  const name = nameOf(place);
  const groups: readonly MenuGroup[] = [
    {
      label: t('occurrence.label'),
      items: OCCURRENCES.map((occurrence) => ({
        label: t(`occurrence.${occurrence}`),
        chosen: place.occurrence === occurrence,
        onSelect: () => onChange({ ...place, occurrence }),
      })),
    },
    {
      items: [
        ...(place.events.length > 0 ? [{ label: t('another'), onSelect: () => setAdding(true) }] : []),
        ...(onMove
          ? [
              { label: t('moveUp'), onSelect: () => onMove(-1) },
              { label: t('moveDown'), onSelect: () => onMove(1) },
            ]
          : []),
        ...(onRemove ? [{ label: t('remove'), danger: true, onSelect: onRemove }] : []),
      ],
    },
  ];
  return (
    <li className="flex flex-col gap-1 rounded-md border border-line bg-surface p-1.5 pl-2">
      <div className="flex items-start gap-1">
        <span className="mt-1 inline-flex h-5 min-w-5 shrink-0 items-center justify-center rounded-sm bg-accent-soft px-1 text-12 font-semibold text-accent">
          {sign}
        </span>
        <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-1">
          <EventNames
            label={t('factOf', { name: sign })}
            events={place.events}
            onChange={(events) => onChange({ ...place, events: [...events] })}
            adding={adding}
            onAdding={setAdding}
          />
          <FilterBar
            fields={fields.filter(({ key }) => key.startsWith('event.'))}
            value={place.where ?? EVERYTHING}
            onChange={(next) => onChange({ ...place, where: isEverything(next) ? null : next })}
          />
        </div>
        <Menu
          align="end"
          trigger={
            <button
              type="button"
              aria-label={t('more', { name })}
              className="inline-flex size-7 shrink-0 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-text data-popup-open:bg-hover"
            >
              <Ellipsis size={16} aria-hidden />
            </button>
          }
          groups={groups}
        />
      </div>
      {place.occurrence !== 'every' && <p className="pl-7.5 text-12 text-muted">{t(`occurrence.${place.occurrence}`)}</p>}
      {children && <div className="flex flex-col gap-1.5 pr-1 pl-7.5">{children}</div>}
    </li>
  );
};

const isEverything = (condition: unknown): boolean => JSON.stringify(condition) === JSON.stringify(EVERYTHING);
