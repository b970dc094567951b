import { useText } from '#web/i18n/i18n.ts';
import { useQueryOf } from '#web/queries.ts';
import { DateTime } from '#web/ui/DateTime.tsx';
import { Money } from '#web/ui/Money.tsx';
import { NumberText } from '#web/ui/NumberText.tsx';
import { Section } from '#web/ui/Section.tsx';
import { ShortList } from '#web/ui/ShortList.tsx';
import { StatusPill } from '#web/ui/StatusPill.tsx';
import { type Deal, listAccountDeals } from '../contracts.ts';
import { sellText } from './text.ts';

const TONES = { open: 'accent', won: 'good', lost: 'bad' } as const;
const SHOWN = 12;

/** The deals with the account, with what they add up to; nothing when there are none. */
export const DealsPanel = ({ accountId }: { readonly accountId: string }) => {
  const t = useText(sellText);
  const { data, error, refetch } = useQueryOf(listAccountDeals, { params: { id: accountId } });
  const rows = data?.rows;
  if (!rows?.length) return null;
  return (
    <Section title={t('deals')} count={rows.length}>
      <DealSums rows={rows} />
      <ShortList
        rows={rows}
        error={error}
        onRetry={() => void refetch()}
        shown={SHOWN}
        none=""
        all={(count) => t('allDeals', { count })}
        render={(row) => <DealLine key={row.id} row={row} />}
      />
    </Section>
  );
};

/** How many are open, won and lost, and for how much in each currency: many deals of an account are told by their sums. */
const DealSums = ({ rows }: { readonly rows: readonly Deal[] }) => {
  const t = useText(sellText);
  if (rows.length === 1) return null;
  return (
    <dl className="mb-2 flex flex-col gap-1 text-13">
      {(['won', 'open', 'lost'] as const).map((status) => {
        const those = rows.filter((row) => row.status === status);
        if (those.length === 0) return null;
        return (
          <div key={status} className="flex justify-between gap-2">
            <dt className="text-muted">
              {t(`status.${status}`)} <NumberText value={those.length} />
            </dt>
            <dd className="flex flex-col items-end">
              {sumsOf(those).map(({ currency, sumMinor }) => (
                <Money key={currency} amountMinor={sumMinor} currency={currency} />
              ))}
            </dd>
          </div>
        );
      })}
    </dl>
  );
};

const sumsOf = (rows: readonly Deal[]): readonly { readonly currency: string; readonly sumMinor: number }[] =>
  [...Map.groupBy(rows, ({ currency }) => currency)].flatMap(([currency, those]) => {
    const sumMinor = those.reduce((sum, { amountMinor }) => sum + (amountMinor ?? 0), 0);
    return sumMinor === 0 ? [] : [{ currency, sumMinor }];
  });

const DealLine = ({ row }: { readonly row: Deal }) => {
  const t = useText(sellText);
  return (
    <li className="flex items-center justify-between gap-2 border-b border-line py-1.5 text-13 last:border-0">
      <span className="min-w-0">
        <span className="block truncate">{row.name}</span>
        <span className="text-12 text-muted">
          <DateTime at={row.closedOn ?? row.openedOn} /> {row.rep}
        </span>
      </span>
      <span className="flex flex-col items-end">
        <StatusPill look="bare" tone={TONES[row.status]}>
          {t(`status.${row.status}`)}
        </StatusPill>
        <Money amountMinor={row.amountMinor} currency={row.currency} />
      </span>
    </li>
  );
};
