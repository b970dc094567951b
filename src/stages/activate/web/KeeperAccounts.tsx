import { useState } from 'react';
import { useText } from '#web/i18n/i18n.ts';
import { useQueryOf } from '#web/queries.ts';
import { DateTime } from '#web/ui/DateTime.tsx';
import { EntityChip } from '#web/ui/EntityChip.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Section } from '#web/ui/Section.tsx';
import { Select } from '#web/ui/Select.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { type KeeperFinding, KeeperPart, listKeeperAccounts } from '../contracts.ts';
import { keeperText } from './text/text.ts';

/** The customers behind a finding: who did it or not, who stayed or left. */
export const KeeperAccounts = ({ finding, horizonDays }: { readonly finding: KeeperFinding; readonly horizonDays: number }) => {
  const t = useText(keeperText);
  const [part, setPart] = useState<KeeperPart>('with_left');
  const { event, feature, times, people, withinDays } = finding;
  const answer = useQueryOf(listKeeperAccounts, {
    query: { horizonDays },
    body: { behaviour: { event, feature, times, people, withinDays }, part },
  });
  return (
    <Section title={t('detail.accounts')}>
      <div className="mb-2 flex items-center gap-3 text-13 text-muted">
        <Select
          label={t('detail.accounts')}
          value={part}
          onChange={setPart}
          options={KeeperPart.options.map((value) => ({ value, label: t(`detail.part.${value}`) }))}
        />
        {answer.data && <span className="whitespace-nowrap">{t('detail.total', { count: answer.data.total })}</span>}
      </div>
      {answer.error && !answer.data ? (
        <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
      ) : !answer.data ? (
        <Skeleton shape="text" rows={6} />
      ) : answer.data.rows.length === 0 ? (
        <p className="text-13 text-muted">{t('detail.nobody')}</p>
      ) : (
        <ul>
          {answer.data.rows.map((row) => (
            <li key={row.accountId} className="flex items-center justify-between gap-3 border-b border-line py-1.5 text-13 last:border-0">
              <EntityChip kind="account" id={row.accountId} name={row.name} />
              <span className="shrink-0 text-right text-12 text-muted">
                {row.times > 0 && <span className="block">{t('detail.did', { times: row.times, people: row.people })}</span>}
                <DateTime at={row.startedOn} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
};
