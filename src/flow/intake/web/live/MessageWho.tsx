import { useText } from '#web/i18n/i18n.ts';
import { Button } from '#web/ui/Button.tsx';
import { EntityChip } from '#web/ui/EntityChip.tsx';
import { Facts, Section } from '#web/ui/Section.tsx';
import type { LiveMessage } from '../../contracts.ts';
import { liveText } from './text/text.ts';

/** Whose arrivals are wanted from now on. */
export interface Followed {
  readonly person?: string;
  readonly account?: string;
  readonly who: string;
}

export interface MessageWhoProps {
  readonly message: LiveMessage;
  readonly onFollow: (who: Followed) => void;
}

/** What was made of the ids of a message: its person and its account; nothing of one that was not taken. */
export const MessageWho = ({ message: { event, ids }, onFollow }: MessageWhoProps) => {
  const t = useText(liveText);
  const named = (['userId', 'anonymousId', 'previousId', 'groupId'] as const).flatMap((key) => {
    const value = ids[key];
    return value === null ? [] : [{ label: key, value: <span className="wrap-anywhere">{value}</span> }];
  });
  const { personId, accountId, personName, accountName } = event;
  const made = [
    { label: t('who'), value: personId ? <EntityChip kind="person" id={personId} name={personName ?? event.rawId} /> : t('nobody') },
    {
      label: t('account'),
      value: accountId ? <EntityChip kind="account" id={accountId} name={accountName ?? accountId} /> : t('noAccount'),
    },
  ];
  return (
    <Section title={t('made')}>
      <Facts facts={[...named, ...(event.outcome === 'taken' ? made : [])]} />
      <div className="mt-2 flex flex-wrap gap-2">
        {personId && (
          <Button size="small" onClick={() => onFollow({ person: personId, who: personName ?? event.rawId })}>
            {t('follow')}
          </Button>
        )}
        {accountId && (
          <Button size="small" onClick={() => onFollow({ account: accountId, who: accountName ?? accountId })}>
            {t('followAccount')}
          </Button>
        )}
      </div>
    </Section>
  );
};
