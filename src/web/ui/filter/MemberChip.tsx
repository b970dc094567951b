import type { FieldTest } from '#kernel/condition.ts';
import { Menu } from '../Menu.tsx';
import { RemoveButton } from './RemoveButton.tsx';
import { fieldLabel, isInside, type Speaker } from './words.ts';

export interface MemberChipProps {
  readonly test: FieldTest;
  readonly speaker: Speaker;
  readonly onChange: (test: FieldTest) => void;
  readonly onRemove: () => void;
}

/** Being in a segment, or not, as one part of a filter. */
export const MemberChip = ({ test, speaker, onChange, onRemove }: MemberChipProps) => {
  const { t } = speaker;
  const inside = isInside(test);
  const label = fieldLabel(test.field, speaker);
  const words = t(inside ? 'filter.inside' : 'filter.outside');
  return (
    <span className="inline-flex h-7 max-w-full items-center overflow-hidden rounded-md border border-line-strong bg-surface text-12 whitespace-nowrap">
      <Menu
        trigger={
          <button
            type="button"
            aria-label={`${words} ${label}`}
            className="h-full shrink-0 pr-1 pl-2 text-muted hover:bg-hover data-popup-open:bg-hover"
          >
            {words}
          </button>
        }
        groups={[
          {
            items: ([true, false] as const).map((value) => ({
              label: t(value ? 'filter.inside' : 'filter.outside'),
              chosen: value === inside,
              onSelect: () => onChange({ field: test.field, op: 'is', value }),
            })),
          },
        ]}
      />
      <span className="truncate pr-1 font-medium">{label}</span>
      <RemoveButton label={t('filter.remove')} onClick={onRemove} />
    </span>
  );
};
