import Pencil from 'lucide-react/icons/pencil';
import X from 'lucide-react/icons/x';
import { useState } from 'react';
import { useDisplayNames } from '#flow/facts/web/index.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { uiText } from '#web/i18n/ui/text.ts';
import { Button } from '#web/ui/Button.tsx';
import { IconButton } from '#web/ui/IconButton.tsx';
import type { StageTrigger } from '../../contracts.ts';
import { FactTriggerForm } from './FactTriggerForm.tsx';
import { NumberTriggerForm } from './NumberTriggerForm.tsx';
import { isCompleteTrigger } from './rule-edits.ts';
import { ruleText } from './text/text.ts';
import { sayTrigger } from './trigger-words.ts';
import { useEventName } from './use-event-name.ts';

export interface TriggerRowProps {
  readonly trigger: StageTrigger;
  readonly readOnly: boolean;
  /** Just added: its form stands open. */
  readonly startsOpen: boolean;
  /** Null takes it out. */
  readonly onChange: (next: StageTrigger | null) => void;
}

/** One reason to enter a stage: a sentence, and its form when it is being changed. */
export const TriggerRow = ({ trigger, readOnly, startsOpen, onChange }: TriggerRowProps) => {
  const t = useText(ruleText);
  const speaker = { reader: useReader(), t: useText(uiText), eventName: useEventName(), displayNames: useDisplayNames().properties };
  const hasForm = trigger.kind !== 'mrr_started' && trigger.kind !== 'mrr_ended';
  const [open, setOpen] = useState(startsOpen && hasForm);
  return (
    <li className="py-0.5">
      <div className="flex min-h-8 items-center gap-1">
        <span aria-hidden className="w-4 shrink-0 text-center text-faint">
          •
        </span>
        <span className={`min-w-0 flex-1 text-13 ${isCompleteTrigger(trigger) ? '' : 'text-warn'}`}>{sayTrigger(trigger, t, speaker)}</span>
        {!readOnly && hasForm && !open && <IconButton size="small" label={t('trigger.edit')} icon={Pencil} onClick={() => setOpen(true)} />}
        {!readOnly && <IconButton size="small" label={t('trigger.remove')} icon={X} onClick={() => onChange(null)} />}
      </div>
      {open && (
        <div className="my-1 ml-4 flex flex-col gap-3 rounded-md bg-sunken p-3">
          {trigger.kind === 'fact' ? (
            <FactTriggerForm trigger={trigger} onChange={onChange} />
          ) : (
            <NumberTriggerForm trigger={trigger} onChange={onChange} />
          )}
          <Button size="small" className="self-start" onClick={() => setOpen(false)}>
            {t('trigger.done')}
          </Button>
        </div>
      )}
    </li>
  );
};
