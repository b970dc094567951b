import clsx from 'clsx';
import type { ReactNode } from 'react';

/** What a state means for the reader; `unknown` is "not yet known", never "bad". */
export type Tone = 'good' | 'warn' | 'bad' | 'unknown' | 'accent';

const INK: Readonly<Record<Tone, string>> = {
  good: 'text-good',
  warn: 'text-warn',
  bad: 'text-bad',
  unknown: 'text-unknown',
  accent: 'text-accent',
};

const PAPER: Readonly<Record<Tone, string>> = {
  good: 'bg-good-soft',
  warn: 'bg-warn-soft',
  bad: 'bg-bad-soft',
  unknown: 'bg-unknown-soft',
  accent: 'bg-accent-soft',
};

/** The sign of a tone: its shape differs too, so that colour never stands alone. */
export const ToneSign = ({ tone, size = 8 }: { readonly tone: Tone; readonly size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 8 8" aria-hidden className={clsx('shrink-0', INK[tone])} fill="currentColor">
    {tone === 'good' && <circle cx="4" cy="4" r="4" />}
    {tone === 'warn' && <path d="M4 0.4 8 7.6H0Z" />}
    {tone === 'bad' && <path d="M4 0 8 4 4 8 0 4Z" />}
    {tone === 'unknown' && <circle cx="4" cy="4" r="3" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2 1.4" />}
    {tone === 'accent' && <rect x="0.5" y="0.5" width="7" height="7" rx="1" />}
  </svg>
);

export interface StatusPillProps {
  readonly tone: Tone;
  /** The word; it must be enough on its own. */
  readonly children: ReactNode;
  /** Bare has no tinted ground: for dense tables. */
  readonly look?: 'soft' | 'bare';
}

/** A state in a word, a sign and a colour. */
export const StatusPill = ({ tone, children, look = 'soft' }: StatusPillProps) => (
  <span
    className={clsx(
      'inline-flex max-w-full items-center gap-1.5 text-12 font-medium whitespace-nowrap',
      INK[tone],
      look === 'soft' && ['h-5 rounded-sm px-1.5', PAPER[tone]],
    )}
  >
    <ToneSign tone={tone} />
    <span className="truncate">{children}</span>
  </span>
);
