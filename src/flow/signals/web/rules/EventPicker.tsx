import Plus from 'lucide-react/icons/plus';
import X from 'lucide-react/icons/x';
import { type FormEvent, useState } from 'react';
import { listFactNames } from '#flow/facts/contracts.ts';
import { getTrackingPlan, mergedNames, offeredEvents, withMerged } from '#flow/measures/plan-contracts.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useQueryOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { ChoiceList } from '#web/ui/ChoiceList.tsx';
import { Popover } from '#web/ui/Popover.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { en } from './text/en.ts';
import { ruleText } from './text/text.ts';
import { useEventName } from './use-event-name.ts';

export interface EventPickerProps {
  readonly events: readonly string[];
  readonly onChange: (events: string[]) => void;
}

/** Which events are meant: those that were seen or are known, and any other by its name. */
export const EventPicker = ({ events, onChange }: EventPickerProps) => {
  const t = useText(ruleText);
  const eventName = useEventName();
  return (
    <fieldset className="flex flex-wrap items-center gap-1.5">
      <legend className="mb-1 text-13 font-medium">{t('form.events')}</legend>
      {events.map((event) => (
        <span
          key={event}
          title={event}
          className="inline-flex h-7 items-center rounded-md border border-line-strong bg-surface pl-2 text-12"
        >
          {eventName(event)}
          <button
            type="button"
            aria-label={t('form.removeEvent', { event: eventName(event) })}
            onClick={() => onChange(events.filter((one) => one !== event))}
            className="flex h-full w-6 items-center justify-center text-muted hover:text-text"
          >
            <X size={12} aria-hidden />
          </button>
        </span>
      ))}
      <AddEvent chosen={events} onAdd={(added) => onChange([...new Set([...events, ...added])])} />
    </fieldset>
  );
};

const AddEvent = ({ chosen, onAdd }: { readonly chosen: readonly string[]; readonly onAdd: (events: readonly string[]) => void }) => {
  const t = useText(ruleText);
  const eventName = useEventName();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const plan = useQueryOf(getTrackingPlan, {}, { freshFor: 60_000 }).data?.events ?? [];
  const seen = offeredEvents(useQueryOf(listFactNames, {}, { freshFor: 60_000 }).data?.rows ?? [], plan);
  const silent = new Set(plan.filter(({ hidden, mergedInto }) => hidden || mergedInto !== null).map(({ name }) => name));
  const known = [...new Set([...seen.map(({ event }) => event), ...Object.keys(en.event).filter((event) => !silent.has(event))])].filter(
    (event) => !chosen.includes(event),
  );
  const add = (event: string) => {
    setOpen(false);
    setText('');
    // A rule counts the names that it states: all that count as one are taken together.
    if (event !== '') onAdd(withMerged([event], mergedNames(plan)));
  };
  const label = (event: string) => {
    const count = seen.find((one) => one.event === event)?.count;
    return count === undefined ? eventName(event) : `${eventName(event)} · ${t('form.counted', { count })}`;
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add(text.trim());
  };
  return (
    <Popover
      label={t('form.addEvent')}
      open={open}
      onOpenChange={setOpen}
      className="w-80 p-1"
      trigger={
        <Button look="quiet" size="small" icon={Plus}>
          {t('form.addEvent')}
        </Button>
      }
    >
      <ChoiceList
        label={t('form.events')}
        options={known.map((event) => ({ value: event, label: label(event), title: event }))}
        onPick={add}
      />
      <form onSubmit={submit} className="mt-1 border-t border-line p-1 pt-2">
        <TextField aria-label={t('form.otherEvent')} placeholder={t('form.otherEvent')} value={text} onChange={setText} />
      </form>
    </Popover>
  );
};
