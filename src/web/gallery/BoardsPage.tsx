import { useState } from 'react';
import { Bars } from '#web/charts/Bars.tsx';
import { CohortGrid } from '#web/charts/CohortGrid.tsx';
import { Funnel } from '#web/charts/Funnel.tsx';
import { LineSeries } from '#web/charts/LineSeries.tsx';
import { StackedMovements } from '#web/charts/StackedMovements.tsx';
import { useText } from '#web/i18n/i18n.ts';
import { DateRangePicker } from '#web/ui/DateRangePicker.tsx';
import type { DateRange } from '#web/ui/date-range.ts';
import { BoardPage } from '#web/ui/pages/BoardPage.tsx';
import { course, MONTHS } from './samples.ts';
import { galleryText } from './text.ts';

const ACTIVE = [
  { name: 'Active accounts', values: course(300, 18) },
  { name: 'Year before', values: course(240, 14), comparesWith: 0 },
  { name: 'Trials', values: course(90, 5), interval: course(90, 5).map((value) => [value - 14, value + 14] as const) },
];
const NUMBER = { kind: 'number' } as const;
const MOVES = MONTHS.map((period, at) => ({
  period,
  newMinor: 120_000 + at * 9_000,
  expansionMinor: 40_000 + (at % 4) * 12_000,
  reactivationMinor: 9_000 * (at % 3),
  contractionMinor: 22_000 + (at % 5) * 4_000,
  churnMinor: 60_000 + (at % 3) * 21_000,
  closingMinor: 4_000_000 + at * 96_000,
}));
const INDUSTRIES = ['EdTech', 'FinTech', 'HealthTech', 'DevTools', 'Cybersecurity'];
const COUNTS = [{ name: 'Accounts', values: [124, 112, 96, 88, 80] }];
const TWO = [
  { name: 'This month', values: [24, 31, 18, 12, 9] },
  { name: 'Month before', values: [20, 35, 15, 14, 11], comparison: true },
];
const COHORTS = MONTHS.slice(0, 8).map((name, row) => ({
  name,
  size: 40 + row * 3,
  cells: Array.from({ length: 9 }, (_, at) => (at + row > 8 ? null : { count: 40 - at * 3, ratio: 1 - at * (0.115 - row * 0.008) })),
}));

/** Charts. */
export const BoardsPage = () => {
  const t = useText(galleryText);
  const [range, setRange] = useState<DateRange>({ preset: '28d' });
  return (
    <BoardPage
      title={t('boards')}
      tools={<DateRangePicker value={range} onChange={setRange} />}
      tiles={[
        {
          id: 'a',
          title: 'Twice as many accounts are active as in January',
          subtitle: t('accounts'),
          to: '/explore',
          content: <LineSeries label="Active accounts" periods={MONTHS} grain="month" lines={ACTIVE} format={NUMBER} unfinished={1} />,
        },
        {
          id: 'b',
          title: 'FinTech brings most accounts',
          content: <Bars label="Accounts by industry" dimension={t('industry')} names={INDUSTRIES} groups={COUNTS} format={NUMBER} lying />,
        },
        {
          id: 'c',
          title: 'New revenue outgrows what is lost',
          span: 6,
          content: <StackedMovements label="MRR movements" movements={MOVES} currency="USD" />,
        },
        {
          id: 'd',
          title: 'Half of those who sign up never invite a colleague',
          content: (
            <Funnel
              label="Activation"
              steps={[
                { name: 'Signed up', count: 1240 },
                { name: 'Created a report', count: 872, medianMs: 5_400_000, droppedTo: '/accounts' },
                { name: 'Invited a colleague', count: 433, open: 120, medianMs: 190_000_000 },
                { name: 'Paid', count: 188, open: 60, medianMs: 600_000_000 },
              ]}
            />
          ),
        },
        {
          id: 'e',
          title: 'Newer cohorts stay longer',
          content: <CohortGrid label="Retention" cohorts={COHORTS} periods={Array.from({ length: 9 }, (_, at) => `M${at}`)} />,
        },
        {
          id: 'f',
          title: 'This month and the one before',
          content: <Bars label="Two months" dimension={t('industry')} names={INDUSTRIES} groups={TWO} format={NUMBER} />,
        },
      ]}
    />
  );
};
