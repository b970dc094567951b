import clsx from 'clsx';
import Check from 'lucide-react/icons/check';
import Circle from 'lucide-react/icons/circle';
import LoaderCircle from 'lucide-react/icons/loader-circle';
import { formatNumber, formatPercent } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import type { DemoState } from '../contracts.ts';
import { demoText } from './text/text.ts';

type Phase = DemoState['phases'][number];

/** What is done, what is being done and how far, what comes next. */
export const PhaseList = ({ phases }: { readonly phases: readonly Phase[] }) => (
  <ol className="flex flex-col gap-3" aria-live="polite">
    {phases.map((phase) => (
      <PhaseLine key={phase.phase} {...phase} />
    ))}
  </ol>
);

const SHAPES = { done: Check, running: LoaderCircle, waiting: Circle } as const;

const PhaseLine = ({ phase, state, done, total }: Phase) => {
  const t = useText(demoText);
  const reader = useReader();
  const Shape = SHAPES[state];
  const count =
    state === 'running' && total > 0
      ? t(`count.${phase}`, {
          done: formatNumber(reader, done),
          total: formatNumber(reader, total),
          percent: formatPercent(reader, done / total, { digits: 0 }),
        })
      : null;
  return (
    <li className="flex items-baseline gap-2.5 text-14">
      <Shape
        size={16}
        aria-hidden
        className={clsx(
          'shrink-0 self-center',
          state === 'waiting' ? 'text-faint' : 'text-accent',
          state === 'running' && 'animate-spin motion-reduce:animate-none',
        )}
      />
      <span className={clsx('flex-1', state === 'waiting' && 'text-muted')}>{t(`phase.${phase}`)}</span>
      <span className="text-12 text-muted tabular-nums">{count ?? t(`state.${state}`)}</span>
    </li>
  );
};
