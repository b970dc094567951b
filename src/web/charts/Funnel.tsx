import type { ReactNode } from 'react';
import { formatNumber, formatPercent } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { uiText } from '#web/i18n/ui/text.ts';
import { Duration } from '#web/ui/Duration.tsx';
import { Link } from '#web/ui/Link.tsx';
import { NumberText } from '#web/ui/NumberText.tsx';

export interface FunnelStep {
  readonly name: ReactNode;
  readonly count: number;
  /** Of the entrants, those who can still get here: their window has not passed. */
  readonly open?: number;
  /** Half of them took longer than this to get here from the step before. */
  readonly medianMs?: number | null;
  /** Who went on from the step before, where steps are also entered from elsewhere and counts alone do not tell. */
  readonly onward?: { readonly ratio: number | null; readonly part?: number; readonly whole?: number };
  /** Who stopped before this step for good, where counts alone do not tell. */
  readonly left?: number;
  /** The share of the first step that got here, where counts alone do not tell. */
  readonly fromFirst?: number | null;
  /** The lists behind the numbers. */
  readonly reachedTo?: string;
  readonly droppedTo?: string;
}

export interface FunnelProps {
  readonly label: string;
  readonly steps: readonly FunnelStep[];
}

/** How many get from step to step: bars from zero, conversion from the first step and from the one before, those who left between. */
export const Funnel = ({ label, steps }: FunnelProps) => {
  const first = steps[0]?.count ?? 0;
  const most = Math.max(0, ...steps.map(({ count }) => count));
  return (
    <ol aria-label={label} className="flex flex-col">
      {steps.map((step, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
        <Step key={at} step={step} before={steps[at - 1]} first={first} most={most} />
      ))}
    </ol>
  );
};

interface StepProps {
  readonly step: FunnelStep;
  readonly before: FunnelStep | undefined;
  readonly first: number;
  /** The count that fills the width. */
  readonly most: number;
}

const Step = ({ step, before, first, most }: StepProps) => {
  const t = useText(uiText);
  const reader = useReader();
  const share = (part: number, whole: number) => (whole === 0 ? t('funnel.none') : formatPercent(reader, part / whole));
  const told = (ratio: number | null) => (ratio === null ? t('funnel.none') : formatPercent(reader, ratio));
  const width = (part: number) => ({ width: most === 0 ? 0 : `${(part / most) * 100}%` });
  return (
    <li className="flex flex-col gap-1 pb-4">
      {before && (
        <div className="flex flex-wrap items-baseline gap-x-3 pb-2 pl-3 text-12 text-muted">
          {step.onward ? (
            <>
              <Onward onward={step.onward} />
              {step.left ? <Linked to={step.droppedTo}>{t('funnel.left', { count: step.left })}</Linked> : null}
            </>
          ) : (
            <>
              <span className="font-medium text-text">{t('funnel.onward', { share: share(step.count, before.count) })}</span>
              <Linked to={step.droppedTo}>{t('funnel.left', { count: before.count - step.count })}</Linked>
            </>
          )}
          {step.medianMs !== undefined && step.medianMs !== null && (
            <span>
              {t('funnel.median')} <Duration lengthMs={step.medianMs} />
            </span>
          )}
        </div>
      )}
      <div className="flex items-baseline justify-between gap-3 text-13">
        <span className="min-w-0 truncate font-medium">{step.name}</span>
        <span className="shrink-0">
          <Linked to={step.reachedTo}>
            <NumberText value={step.count} className="font-semibold" />
          </Linked>
          <span className="ml-2 inline-block min-w-12 text-right text-muted">
            {step.fromFirst === undefined ? share(step.count, first) : told(step.fromFirst)}
          </span>
        </span>
      </div>
      <div className="flex h-5 overflow-hidden rounded-sm bg-unknown-soft">
        <div className="bg-chart-1" style={width(step.count)} />
        {step.open ? <div className="hatched" style={width(step.open)} title={t('funnel.open', { count: step.open })} /> : null}
      </div>
    </li>
  );
};

const Onward = ({ onward: { ratio, part, whole } }: { readonly onward: NonNullable<FunnelStep['onward']> }) => {
  const t = useText(uiText);
  const reader = useReader();
  if (ratio === null) return null;
  return (
    <>
      <span className="font-medium text-text">{t('funnel.onward', { share: formatPercent(reader, ratio) })}</span>
      {part !== undefined && whole !== undefined && (
        <span>{t('funnel.partOf', { part: formatNumber(reader, part), whole: formatNumber(reader, whole) })}</span>
      )}
    </>
  );
};

const Linked = ({ to, children }: { readonly to: string | undefined; readonly children: ReactNode }) =>
  to ? (
    <Link to={to} className="hover:text-accent hover:underline">
      {children}
    </Link>
  ) : (
    <span>{children}</span>
  );
