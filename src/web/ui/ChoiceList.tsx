import clsx from 'clsx';
import Check from 'lucide-react/icons/check';
import { type KeyboardEvent, useId, useState } from 'react';
import { useText } from '#web/i18n/i18n.ts';
import { uiText } from '#web/i18n/ui/text.ts';
import { FIELD } from './surfaces.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly group?: string;
  /** Stands at the end of the row: how many there are, or examples. */
  readonly detail?: string;
  /** Shown while the pointer rests on it, such as the name under which it came. */
  readonly title?: string;
}

export interface ChoiceListProps {
  readonly label: string;
  readonly options: readonly Choice[];
  /** Given: several may be chosen, and these are. */
  readonly chosen?: readonly string[];
  readonly onPick: (value: string) => void;
}

const SEARCH_FROM = 8;

/** A list to pick from inside a popover; longer ones can be searched. Arrow keys move, Enter picks. */
export const ChoiceList = ({ label, options, chosen, onPick }: ChoiceListProps) => {
  const t = useText(uiText);
  const listId = useId();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const wanted = text.trim().toLowerCase();
  const shown = options.filter((option) =>
    [option.label, option.value, option.detail].some((text) => text?.toLowerCase().includes(wanted)),
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const next = active + (event.key === 'ArrowDown' ? 1 : -1);
      setActive(Math.max(0, Math.min(shown.length - 1, next)));
      document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: 'nearest' });
    }
    const picked = shown[active];
    if (event.key === 'Enter' && picked) {
      event.preventDefault();
      onPick(picked.value);
    }
  };
  return (
    <div className="flex flex-col gap-1">
      <input
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={`${listId}-${active}`}
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        className={clsx(FIELD, options.length < SEARCH_FROM && 'sr-only')}
      />
      <div
        id={listId}
        role="listbox"
        aria-label={label}
        aria-multiselectable={chosen !== undefined}
        tabIndex={-1}
        className="max-h-64 overflow-y-auto"
      >
        {shown.map((option, at) => (
          <div key={option.value}>
            {option.group && option.group !== shown[at - 1]?.group && (
              <div className="px-2 pt-2 pb-1 text-12 font-medium text-muted">{option.group}</div>
            )}
            {/** biome-ignore lint/a11y/useFocusableInteractive: focus stays in the box above, which names the active option */}
            {/** biome-ignore lint/a11y/useKeyWithClickEvents: the box above handles Enter */}
            <div
              id={`${listId}-${at}`}
              role="option"
              title={option.title}
              aria-selected={chosen?.includes(option.value) ?? false}
              onClick={() => onPick(option.value)}
              onMouseMove={() => setActive(at)}
              className={clsx('flex min-h-8 cursor-default items-center gap-2 rounded-sm px-2 text-13', at === active && 'bg-hover')}
            >
              {chosen && (
                <span className="w-4 shrink-0">
                  {chosen.includes(option.value) && <Check size={14} aria-hidden className="text-accent" />}
                </span>
              )}
              <span className={clsx('truncate', option.detail && 'shrink-0 max-w-[70%]')}>{option.label}</span>
              {option.detail && <span className="ml-auto min-w-0 truncate pl-2 text-12 text-muted">{option.detail}</span>}
            </div>
          </div>
        ))}
        {shown.length === 0 && <div className="px-2 py-2 text-13 text-muted">{t('nothingFound')}</div>}
      </div>
    </div>
  );
};
