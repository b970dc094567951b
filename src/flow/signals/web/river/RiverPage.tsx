import { useState } from 'react';
import { z } from 'zod';
import { listImports } from '#flow/intake/contracts.ts';
import { useMay, useWorkspace } from '#web/app/session.ts';
import { useViewState } from '#web/app/view-state.ts';
import { formatDate, formatNumber } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { useQueryOf } from '#web/queries.ts';
import { DateRangePicker } from '#web/ui/DateRangePicker.tsx';
import { calendarDay, daysOfRange, endOfDay, RANGE_PRESETS } from '#web/ui/date-range.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { PageHeader } from '#web/ui/pages/PageHeader.tsx';
import { SegmentedControl } from '#web/ui/SegmentedControl.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { getRiver, type River } from '../../contracts.ts';
import { riverText } from '../text/text.ts';
import { RiverAccounts } from './RiverAccounts.tsx';
import { RIVER_FILTERS, type RiverFilter, RiverFilters } from './RiverFilters.tsx';
import { RiverLegend } from './RiverLegend.tsx';
import { RiverPicture } from './RiverPicture.tsx';
import { RiverSentence } from './RiverSentence.tsx';
import { RiverTable } from './RiverTable.tsx';
import { partFromText, partToText } from './river-part.ts';

const View = z.object({
  preset: z.enum(RANGE_PRESETS).optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  asOf: z.string().optional(),
  unit: z.enum(['accounts', 'money']).default('accounts'),
  as: z.enum(['picture', 'table']).default('picture'),
  part: z.string().optional(),
  ...Object.fromEntries(RIVER_FILTERS.map((filter) => [filter, z.string().optional()])),
});
type View = z.infer<typeof View> & Partial<Record<RiverFilter, string>>;

const DAY = 86_400_000;

// Accounts that were just brought in stand somewhere within seconds.
const EMPTY_MS = 1_500;
const SETTLED_MS = 15_000;

/** Home: where customers are in their lifecycle, how they move, where they leak. */
export const RiverPage = () => {
  const t = useText(riverText);
  const { timeZone } = useWorkspace();
  const [view, setView] = useViewState(View) as unknown as readonly [View, (change: Partial<View>, how?: 'push' | 'replace') => void];
  const query = questionOf(view, timeZone);
  const [every, setEvery] = useState(SETTLED_MS);
  const answer = useQueryOf(getRiver, { query }, { every });
  const river = answer.data;
  const wanted = river?.total === 0 ? EMPTY_MS : SETTLED_MS;
  if (wanted !== every) setEvery(wanted);
  const part = partFromText(view.part);
  return (
    <div className="flex h-full min-h-0">
      <div className="flex min-w-0 flex-1 flex-col overflow-y-auto">
        <PageHeader
          title={t('river.title')}
          subtitle={river && <Subtitle river={river} />}
          actions={<Controls view={view} river={river} onChange={setView} />}
        />
        {answer.error && !river ? (
          <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
        ) : !river ? (
          <Skeleton shape="chart" />
        ) : river.total === 0 && !RIVER_FILTERS.some((filter) => view[filter]) ? (
          <EmptyRiver />
        ) : (
          <RiverBody river={river} view={view} onPart={(next) => setView({ part: partToText(next) })} onChange={setView} />
        )}
      </div>
      {part && river && (
        <RiverAccounts
          part={part}
          query={{ ...query, from: river.from, to: river.to }}
          currency={river.currency}
          onClose={() => setView({ part: undefined })}
        />
      )}
    </div>
  );
};

const questionOf = (view: View, timeZone: string): Record<string, string | number | undefined> => {
  const filters = Object.fromEntries(RIVER_FILTERS.map((filter) => [filter, view[filter]]));
  const asOf = view.asOf ? { asOf: endOfDay(view.asOf, timeZone) } : {};
  if (!view.preset) return { ...filters, ...asOf };
  const { from, to } = daysOfRange(
    {
      preset: view.preset,
      ...(view.from ? { from: view.from } : {}),
      ...(view.to ? { to: view.to } : {}),
      ...(view.asOf ? { asOf: view.asOf } : {}),
    },
    calendarDay(Date.now(), timeZone),
  );
  return { ...filters, ...asOf, from: from ?? '2000-01-01', to: dayAfter(to) };
};

const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString().slice(0, 10);
const dayBefore = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) - DAY).toISOString().slice(0, 10);

const Subtitle = ({ river }: { readonly river: River }) => {
  const t = useText(riverText);
  const reader = useReader();
  const fresh = river.freshness === null ? t('river.noFacts') : formatDate(reader, river.freshness, 'datetime');
  const total = t('river.count', { count: river.total, formatted: formatNumber(reader, river.total) });
  return (
    <span title={t('river.asOf', { when: formatDate(reader, river.asOf, 'datetime'), fresh })}>
      {t('river.subtitle', { total, from: formatDate(reader, river.from, 'date'), to: formatDate(reader, dayBefore(river.to), 'date') })}
    </span>
  );
};

interface ControlsProps {
  readonly view: View;
  readonly river: River | undefined;
  readonly onChange: (change: Partial<View>) => void;
}

const Controls = ({ view, river, onChange }: ControlsProps) => {
  const t = useText(riverText);
  const mayMoney = useMay('money.read');
  const shown = view.preset ? view : { preset: 'custom' as const, ...(river ? { from: river.from, to: dayBefore(river.to) } : {}) };
  return (
    <>
      {mayMoney && (
        <SegmentedControl
          label={t('river.unit')}
          value={view.unit}
          onChange={(unit) => onChange({ unit })}
          options={[
            { value: 'accounts', label: t('river.accounts') },
            { value: 'money', label: t('river.money') },
          ]}
        />
      )}
      <SegmentedControl
        label={t('river.view')}
        value={view.as}
        onChange={(as) => onChange({ as })}
        options={[
          { value: 'picture', label: t('river.picture') },
          { value: 'table', label: t('river.table') },
        ]}
      />
      <DateRangePicker
        value={{
          preset: shown.preset ?? 'custom',
          ...(shown.from ? { from: shown.from } : {}),
          ...(shown.to ? { to: shown.to } : {}),
          ...(view.asOf ? { asOf: view.asOf } : {}),
        }}
        onChange={(range) => onChange({ preset: range.preset, from: range.from, to: range.to, asOf: range.asOf })}
      />
    </>
  );
};

interface RiverBodyProps {
  readonly river: River;
  readonly view: View;
  readonly onPart: (part: NonNullable<ReturnType<typeof partFromText>>) => void;
  readonly onChange: (change: Partial<View>) => void;
}

const RiverBody = ({ river, view, onPart, onChange }: RiverBodyProps) => {
  const mayMoney = useMay('money.read');
  return (
    <div className="flex flex-col gap-5 px-4 pb-8">
      <RiverFilters values={view} onChange={onChange} />
      <RiverSentence sentence={river.sentence} />
      {view.as === 'table' ? (
        <RiverTable river={river} onOpen={onPart} />
      ) : (
        <div className="flex flex-col gap-4">
          <RiverPicture river={river} unit={mayMoney ? view.unit : 'accounts'} chosen={view.part ?? null} onOpen={onPart} />
          <RiverLegend river={river} />
        </div>
      )}
    </div>
  );
};

const EmptyRiver = () => {
  const t = useText(riverText);
  const imports = useQueryOf(listImports, {}, { freshFor: 0 }).data?.rows;
  if (imports === undefined) return <Skeleton shape="chart" />;
  if (imports.some((one) => one.created > 0 && one.status !== 'undone'))
    return (
      <div role="status">
        <p className="px-4 text-13 text-muted">{t('river.working')}</p>
        <Skeleton shape="chart" />
      </div>
    );
  return (
    <EmptyState title={t('river.empty.title')} step={{ to: '/welcome', label: t('river.empty.action') }}>
      {t('river.empty.text')}
    </EmptyState>
  );
};
