import clsx from 'clsx';
import ChevronDown from 'lucide-react/icons/chevron-down';
import { type ReactElement, useState } from 'react';
import { formatNamed, formatNumber } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { ChoiceList } from '#web/ui/ChoiceList.tsx';
import { Popover } from '#web/ui/Popover.tsx';
import { exploreText } from '../text/text.ts';
import { useKnownFacts } from '../use-question-words.ts';

export interface FactPickerProps {
  readonly label: string;
  /** The name of the fact now; null is anything. */
  readonly value: string | null;
  readonly onPick: (event: string | null) => void;
  /** Not given: a button that names the fact. */
  readonly trigger?: ReactElement<Record<string, unknown>>;
  /** What no fact is called, where it is not anything. */
  readonly anything?: string;
  /** Anything is no choice here. */
  readonly named?: boolean;
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
}

const ANY = '*';

/** One fact out of those that the workspace has, each with how often it happened; found by typing. */
export const FactPicker = ({ label, value, onPick, trigger, named, anything, ...control }: FactPickerProps) => {
  const t = useText(exploreText);
  const reader = useReader();
  const facts = useKnownFacts() ?? [];
  const none = anything ?? t('anything');
  const [own, setOwn] = useState(false);
  const open = control.open ?? own;
  const setOpen = control.onOpenChange ?? setOwn;
  const name = value === null ? none : (facts.find(({ event }) => event === value)?.name ?? value);
  const sorted = [...facts.filter(({ isRecord }) => !isRecord), ...facts.filter(({ isRecord }) => isRecord)];
  const options = [
    ...(named ? [] : [{ value: ANY, label: none }]),
    ...sorted.map((fact) => ({
      value: fact.event,
      label: fact.name,
      title: fact.event,
      group: t(fact.isRecord ? 'groupRecorded' : 'groupDone'),
      detail: formatNumber(reader, fact.count, { compact: fact.count >= 10_000 }),
    })),
  ];
  const pick = (picked: string) => {
    setOpen(false);
    onPick(picked === ANY ? null : picked);
  };
  return (
    <Popover
      label={label}
      open={open}
      onOpenChange={setOpen}
      className="w-80 p-1"
      trigger={
        trigger ?? (
          <button
            type="button"
            aria-label={formatNamed(reader, label, name)}
            title={value ?? undefined}
            className={clsx(
              'inline-flex h-7 max-w-full min-w-0 items-center gap-1 rounded-md px-1.5 text-left text-13 font-medium hover:bg-hover data-popup-open:bg-hover',
              value === null && 'text-muted',
            )}
          >
            <span className="truncate">{name}</span>
            <ChevronDown size={14} aria-hidden className="shrink-0 text-muted" />
          </button>
        )
      }
    >
      <ChoiceList label={t('pickFact')} options={options} onPick={pick} />
    </Popover>
  );
};
