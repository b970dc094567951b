import clsx from 'clsx';
import Flag from 'lucide-react/icons/flag';
import { formatNumber, formatPercent } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { uiText } from '#web/i18n/ui/text.ts';
import { Link } from '#web/ui/Link.tsx';
import { ScrollSideways } from '#web/ui/ScrollSideways.tsx';
import { type Grain, periodName } from './period-name.ts';

export interface CohortCell {
  readonly count: number;
  /** 0..1; null when the cohort is empty. */
  readonly ratio: number | null;
  /** The rows behind it. */
  readonly to?: string;
}

export interface Cohort {
  /** 'YYYY-MM-DD', the first day of its period, or a name. */
  readonly name: string;
  readonly size: number;
  /** The rows of the whole cohort. */
  readonly to?: string;
  /** What happened in the period in which it began. */
  readonly note?: string;
  /** One a period since the start; null has not had its time yet. */
  readonly cells: readonly (CohortCell | null)[];
}

export interface CohortGridProps {
  readonly label: string;
  readonly cohorts: readonly Cohort[];
  /** The heads of the periods: "Month 0", "Month 1". */
  readonly periods: readonly string[];
  /** All cohorts together, a period each; null where none is old enough. */
  readonly average?: readonly (number | null)[];
  readonly grain?: Grain;
}

/** What becomes of those who began together: the darker, the more of them are still there; hatched is not yet known. */
export const CohortGrid = ({ label, cohorts, periods, average, grain = 'month' }: CohortGridProps) => {
  const t = useText(uiText);
  const reader = useReader();
  return (
    <ScrollSideways label={label}>
      <table className="border-separate border-spacing-0.5 text-12">
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr>
            <th scope="col" className="sticky left-0 z-1 bg-surface px-2 text-left font-medium text-muted">
              {t('chart.cohort')}
            </th>
            <th scope="col" className="px-2 text-right font-medium whitespace-nowrap text-muted">
              {t('chart.size')}
            </th>
            {periods.map((period) => (
              <th key={period} scope="col" className="min-w-11 text-center align-bottom leading-tight font-medium text-muted">
                {period}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cohorts.map((cohort) => (
            <tr key={cohort.name}>
              <th scope="row" className="sticky left-0 z-1 bg-surface px-2 text-left font-medium whitespace-nowrap">
                {cohort.to ? (
                  <Link to={cohort.to} className="hover:text-accent hover:underline">
                    {periodName(reader, cohort.name, grain)}
                  </Link>
                ) : (
                  periodName(reader, cohort.name, grain)
                )}
                {cohort.note && <Note text={cohort.note} />}
              </th>
              <td className="px-2 text-right text-muted">{formatNumber(reader, cohort.size)}</td>
              {periods.map((period, at) => (
                <Cell key={period} cell={cohort.cells[at] ?? null} notYet={t('chart.notYet')} />
              ))}
            </tr>
          ))}
        </tbody>
        {average && (
          <tfoot>
            <tr>
              <th scope="row" colSpan={2} className="sticky left-0 z-1 bg-surface px-2 text-left font-medium whitespace-nowrap">
                {t('chart.average')}
              </th>
              {periods.map((period, at) => {
                const share = average[at];
                return (
                  <td key={period} className="h-7 border-t border-line text-center font-medium">
                    {share === null || share === undefined ? '—' : formatPercent(reader, share, { digits: 0 })}
                  </td>
                );
              })}
            </tr>
          </tfoot>
        )}
      </table>
    </ScrollSideways>
  );
};

const Note = ({ text }: { readonly text: string }) => (
  <span title={text} className="ml-1.5 inline-block align-middle text-muted">
    <Flag size={12} aria-hidden />
    <span className="sr-only">{text}</span>
  </span>
);

const Cell = ({ cell, notYet }: { readonly cell: CohortCell | null; readonly notYet: string }) => {
  const reader = useReader();
  if (cell === null) {
    return (
      <td className="hatched h-7 rounded-sm">
        <span className="sr-only">{notYet}</span>
      </td>
    );
  }
  const text = cell.ratio === null ? '—' : formatPercent(reader, cell.ratio, { digits: 0 });
  const shade = Math.round((cell.ratio ?? 0) * 100);
  // Above two thirds of the accent only the colour made for text on it keeps its contrast.
  const dark = shade > 62;
  return (
    <td
      title={formatNumber(reader, cell.count)}
      className={clsx('h-7 rounded-sm p-0 text-center', dark ? 'text-on-accent' : 'text-text')}
      style={{
        background: `color-mix(in srgb, var(--color-accent) ${dark ? Math.max(shade, 80) : Math.round(shade * 0.6)}%, var(--color-surface))`,
      }}
    >
      {cell.to ? (
        <Link to={cell.to} className="flex h-full items-center justify-center hover:underline">
          {text}
        </Link>
      ) : (
        text
      )}
    </td>
  );
};
