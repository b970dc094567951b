import type { ReactNode } from 'react';
import type { AccountRow } from '#flow/signals/contracts.ts';
import type { FieldInfo } from '#kernel/page.ts';
import type { HealthBand } from '#kernel/signal.ts';
import { LIFE_STAGE_WORDS } from '#kernel/stage-of-life.ts';
import type { Language } from '#kernel/words.ts';
import { formatCountry } from '#web/i18n/format.ts';
import type { Text } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { Badge } from '#web/ui/Badge.tsx';
import { DateTime } from '#web/ui/DateTime.tsx';
import { EntityChip } from '#web/ui/EntityChip.tsx';
import { Missing } from '#web/ui/Missing.tsx';
import { Money } from '#web/ui/Money.tsx';
import { NumberText } from '#web/ui/NumberText.tsx';
import { StatusPill, type Tone } from '#web/ui/StatusPill.tsx';
import type { Column } from '#web/ui/table/column.ts';
import { AttributeText } from '../AttributeText.tsx';
import { catalogueColumns } from '../catalogue-columns.ts';
import type { recordText } from '../text/pages.ts';

export interface ColumnWords {
  readonly t: Text<(typeof recordText)['en']>;
  readonly language: Language;
  readonly currency: string;
}

export const BAND_TONES: Readonly<Record<HealthBand, Tone>> = { good: 'good', watch: 'warn', bad: 'bad', unknown: 'unknown' };
const CUSTOM = 'x.';

/** Columns that are shown until the reader chooses others, in their order. */
const USUAL = ['name', 'stage', 'health_band', 'mrr', 'renews_on', 'owner', 'last_active_at', 'industry', 'open_tickets'];

/** The columns of the list: one for each field of the catalogue, the usual ones first. */
export const accountColumns = (infos: readonly FieldInfo[], words: ColumnWords): readonly Column<AccountRow>[] =>
  catalogueColumns(infos, { language: words.language, usual: USUAL, shapeOf, cell: (row, info) => cell(row, info, words) });

const shapeOf = ({ key, type }: FieldInfo): Pick<Column<AccountRow>, 'width' | 'align'> => {
  if (key === 'name') return { width: 220 };
  if (type === 'number' || type === 'money') return { width: 116, align: 'end' };
  return { width: type === 'date' || type === 'instant' ? 128 : 140 };
};

const cell = (row: AccountRow, info: FieldInfo, words: ColumnWords): ReactNode =>
  info.key.startsWith(CUSTOM) ? (
    <AttributeText name={info.key} value={row.attributes[info.key.slice(CUSTOM.length)]} type={info.type} />
  ) : (
    (CELLS[info.key]?.(row, words) ?? <Missing />)
  );

const text = (value: string | null): ReactNode => value || <Missing />;
const whole = (value: number | null): ReactNode => <NumberText value={value === null ? null : Math.round(value)} />;

const Country = ({ code }: { readonly code: string }) => formatCountry(useReader(), code);

const CELLS: Readonly<Record<string, (row: AccountRow, words: ColumnWords) => ReactNode>> = {
  name: (row) => <EntityChip kind="account" id={row.id} name={row.name} />,
  domain: (row) => text(row.domain),
  industry: (row) => text(row.industry),
  country: (row) => (row.country ? <Country code={row.country} /> : <Missing />),
  channel: (row) => text(row.channel),
  plan: (row) => text(row.plan),
  seats: (row) => <NumberText value={row.seats} />,
  owner: (row) => (row.ownerId ? <EntityChip kind="owner" id={row.ownerId} name={row.ownerName ?? row.ownerId} /> : <Missing />),
  created_at: (row) => <DateTime at={row.createdAt} />,
  stage: (row, { language }) => (row.stage ? <Badge>{LIFE_STAGE_WORDS[row.stage][language]}</Badge> : <Missing />),
  stage_since: (row) => <DateTime at={row.stageSince} />,
  mrr: (row, { currency }) => <Money amountMinor={row.mrrMinor} currency={currency} />,
  mrr_peak: (row, { currency }) => <Money amountMinor={row.mrrPeakMinor} currency={currency} />,
  customer_since: (row) => <DateTime at={row.customerSince} />,
  renews_on: (row) => <DateTime at={row.renewsOn} />,
  health: (row) => whole(row.health),
  health_band: (row, { t }) => (
    <StatusPill tone={BAND_TONES[row.healthBand]} look="bare">
      {t(`band.${row.healthBand}`)}
      {row.health === null ? '' : ` ${Math.round(row.health)}`}
    </StatusPill>
  ),
  health_change: (row) => <NumberText value={row.healthChange === null ? null : Math.round(row.healthChange)} signed />,
  lead_score: (row) => whole(row.leadScore),
  lead_grade: (row) => text(row.leadGrade),
  last_active_at: (row) => <DateTime at={row.lastActiveAt} style="ago" />,
  active_days_28: (row) => <NumberText value={row.activeDays28} />,
  active_people_28: (row) => <NumberText value={row.activePeople28} />,
  open_tickets: (row) => <NumberText value={row.openTickets} />,
};
