import { getMrrLine } from '#flow/measures/contracts.ts';
import { useMay } from '#web/app/session.ts';
import { LineSeries } from '#web/charts/LineSeries.tsx';
import { formatDate } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { useQueryOf } from '#web/queries.ts';
import { Money } from '#web/ui/Money.tsx';
import { Section } from '#web/ui/Section.tsx';
import { ShortList } from '#web/ui/ShortList.tsx';
import { StatusPill } from '#web/ui/StatusPill.tsx';
import { listAccountSubscriptions, type Subscription } from '../contracts.ts';
import { monthsOfLine } from './mrr-months.ts';
import { growText } from './text.ts';

const SHOWN = 5;

/** What the account pays for, and how that went. */
export const MoneyPanel = ({ accountId }: { readonly accountId: string }) => {
  const t = useText(growText);
  const mayMoney = useMay('money.read');
  const answer = useQueryOf(listAccountSubscriptions, { params: { id: accountId } });
  const rows = answer.data?.rows;
  return (
    <Section title={t('title')} {...(rows ? { count: rows.length } : {})}>
      {mayMoney && <MrrLine accountId={accountId} />}
      <ShortList
        rows={rows}
        error={answer.error}
        onRetry={() => void answer.refetch()}
        shown={SHOWN}
        render={(row) => <SubscriptionLine key={row.id} row={row} />}
        none={t('none')}
        all={(count) => t('all', { count })}
      />
    </Section>
  );
};

const MrrLine = ({ accountId }: { readonly accountId: string }) => {
  const t = useText(growText);
  const line = useQueryOf(getMrrLine, { params: { id: accountId } }).data;
  if (!line || line.steps.length === 0) return null;
  const months = monthsOfLine(line.steps, new Date().toISOString().slice(0, 10));
  return (
    <LineSeries
      label={t('line')}
      periods={months.map((month) => month.month)}
      grain="month"
      lines={[{ name: t('mrr'), values: months.map((month) => month.mrrMinor) }]}
      format={{ kind: 'money', currency: line.currency }}
      height={140}
    />
  );
};

const SubscriptionLine = ({ row }: { readonly row: Subscription }) => {
  const t = useText(growText);
  const reader = useReader();
  const day = (date: string) => formatDate(reader, date, 'date');
  const state = row.endedOn
    ? ({ tone: 'unknown', word: 'ended' } as const)
    : row.trial
      ? ({ tone: 'accent', word: 'trial' } as const)
      : ({ tone: 'good', word: 'running' } as const);
  const span = row.endedOn ? t('span', { from: day(row.startedOn), to: day(row.endedOn) }) : t('since', { day: day(row.startedOn) });
  const rest = [
    span,
    row.seats !== null && t('seats', { count: row.seats }),
    !row.endedOn && row.termEndsOn && t('renews', { day: day(row.termEndsOn) }),
  ].filter(Boolean);
  return (
    <li className="flex flex-col gap-0.5 border-b border-line py-1.5 text-13 last:border-0">
      <div className="flex items-center justify-between gap-2">
        <span className="flex items-center gap-2 font-medium">
          {row.plan}
          <StatusPill look="bare" tone={state.tone}>
            {t(state.word)}
          </StatusPill>
        </span>
        {row.mrrMinor !== null && <Money amountMinor={row.mrrMinor} currency={row.currency} />}
      </div>
      <span className="text-12 text-muted">{rest.join(' · ')}</span>
    </li>
  );
};
