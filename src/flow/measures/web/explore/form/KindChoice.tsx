import clsx from 'clsx';
import ChartLine from 'lucide-react/icons/chart-line';
import Filter from 'lucide-react/icons/filter';
import Grid3x3 from 'lucide-react/icons/grid-3x3';
import Magnet from 'lucide-react/icons/magnet';
import Puzzle from 'lucide-react/icons/puzzle';
import RefreshCw from 'lucide-react/icons/refresh-cw';
import Route from 'lucide-react/icons/route';
import Timer from 'lucide-react/icons/timer';
import { type KeyboardEvent, useRef } from 'react';
import { useText } from '#web/i18n/i18n.ts';
import type { Icon } from '#web/ui/icon.ts';
import { Tooltip } from '#web/ui/Tooltip.tsx';
import { KINDS, type Kind } from '../draft.ts';
import { exploreText } from '../text/text.ts';

const ICONS: Readonly<Record<Kind, Icon>> = {
  trend: ChartLine,
  funnel: Filter,
  retention: Grid3x3,
  paths: Route,
  stickiness: Magnet,
  lifecycle: RefreshCw,
  sessions: Timer,
  adoption: Puzzle,
};
const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 2, ArrowUp: -2 };

/** What kind of question is it? Arrow keys move between them. */
export const KindChoice = ({ value, onChange }: { readonly value: Kind; readonly onChange: (kind: Kind) => void }) => {
  const t = useText(exploreText);
  const group = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = KINDS[(KINDS.indexOf(value) + step + KINDS.length) % KINDS.length];
    if (!next) return;
    onChange(next);
    group.current?.querySelector<HTMLElement>(`[data-kind="${next}"]`)?.focus();
  };
  return (
    <div ref={group} role="radiogroup" aria-label={t('kindLabel')} onKeyDown={onKeyDown} className="grid grid-cols-2 gap-1">
      {KINDS.map((kind) => {
        const Shape = ICONS[kind];
        return (
          <Tooltip key={kind} label={t(`about.${kind}`)}>
            <button
              type="button"
              role="radio"
              data-kind={kind}
              aria-checked={kind === value}
              tabIndex={kind === value ? 0 : -1}
              onClick={() => onChange(kind)}
              className={clsx(
                'flex h-8 min-w-0 items-center gap-2 rounded-md border px-2 text-13',
                kind === value
                  ? 'border-accent bg-selected font-medium text-accent'
                  : 'border-line text-muted hover:bg-hover hover:text-text',
              )}
            >
              <Shape size={16} strokeWidth={1.75} aria-hidden className="shrink-0" />
              <span className="truncate">{t(`kind.${kind}`)}</span>
            </button>
          </Tooltip>
        );
      })}
    </div>
  );
};
