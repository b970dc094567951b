import X from 'lucide-react/icons/x';
import { useFactName } from '#flow/facts/web/index.ts';
import { useText } from '#web/i18n/i18n.ts';
import { IconButton } from '#web/ui/IconButton.tsx';
import { exploreText } from '../text/text.ts';
import { FactPicker } from './FactPicker.tsx';

export interface EventNamesProps {
  readonly label: string;
  /** None is anything. */
  readonly events: readonly string[];
  readonly onChange: (events: readonly string[]) => void;
  /** Is one more being looked for? */
  readonly adding: boolean;
  readonly onAdding: (adding: boolean) => void;
}

/** Which events are meant, any of them; each can be changed where it stands. */
export const EventNames = ({ label, events, onChange, adding, onAdding }: EventNamesProps) => {
  const t = useText(exploreText);
  const nameOf = useFactName();
  const change = (next: readonly (string | null)[]) => onChange([...new Set(next.filter((event) => event !== null))]);
  return (
    <>
      <FactPicker label={label} value={events[0] ?? null} onPick={(event) => change(event === null ? [] : [event, ...events.slice(1)])} />
      {events.slice(1).map((event, at) => (
        <span key={event} className="inline-flex max-w-full min-w-0 items-center text-13">
          <span className="text-muted">{t('orElse')}</span>
          <FactPicker named label={label} value={event} onPick={(next) => change(events.with(at + 1, next ?? event))} />
          <IconButton
            size="small"
            icon={X}
            label={t('removeFact', { name: nameOf(event) })}
            onClick={() => change(events.filter((one) => one !== event))}
          />
        </span>
      ))}
      {adding && (
        <span className="inline-flex items-center text-13">
          <span className="text-muted">{t('orElse')}</span>
          <FactPicker
            named
            open
            label={t('another')}
            value={null}
            onOpenChange={(open) => !open && onAdding(false)}
            onPick={(event) => {
              onAdding(false);
              change([...events, event]);
            }}
          />
        </span>
      )}
    </>
  );
};
