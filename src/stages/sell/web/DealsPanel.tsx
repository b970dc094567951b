import { useText } from '#web/i18n/i18n.ts';
import { useQueryOf } from '#web/queries.ts';
import { DateTime } from '#web/ui/DateTime.tsx';
import { Money } from '#web/ui/Money.tsx';
import { Section } from '#web/ui/Section.tsx';
import { StatusPill } from '#web/ui/StatusPill.tsx';
import { type Deal, listAccountDeals } from '../contracts.ts';
import { sellText } from './text.ts';

const TONES = { open: 'accent', won: 'good', lost: 'bad' } as const;
const SHOWN = 12;

/** The deals with the account; nothing when there are none. */
export const DealsPanel = ({ accountId }: { readonly accountId: string }) => {
  const t = useText(sellText);
  const rows = useQueryOf(listAccountDeals, { params: { id: accountId } }).data?.rows;
  if (!rows?.length) return null;
  return (
    <Section title={t('deals')} count={rows.length}>
      <ul className="flex flex-col">
        {rows.slice(0, SHOWN).map((row) => (
          <DealLine key={row.id} row={row} />
        ))}
      </ul>
    </Section>
  );
};

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
