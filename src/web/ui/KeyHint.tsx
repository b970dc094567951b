import clsx from 'clsx';

export interface KeyHintProps {
  /** Keys pressed one after another, parted by spaces: `g a`, `mod+k`. */
  readonly keys: string;
  readonly look?: 'plain' | 'inverse';
}

/** Which keys do the same? `mod` is ⌘ on a Mac and Ctrl elsewhere. */
export const KeyHint = ({ keys, look = 'plain' }: KeyHintProps) => (
  <span className="inline-flex shrink-0 gap-0.5">
    {keys.split(' ').map((stroke, at) => (
      <kbd
        // A sequence may name one key twice; its place tells them apart.
        // biome-ignore lint/suspicious/noArrayIndexKey: the order never changes
        key={at}
        className={clsx(
          'inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm px-1 font-sans text-12 font-medium',
          look === 'inverse' ? 'bg-canvas/20' : 'border border-line bg-surface text-muted',
        )}
      >
        {strokeText(stroke)}
      </kbd>
    ))}
  </span>
);

const NAMES: Readonly<Record<string, string>> = { enter: '↵', escape: 'Esc', shift: '⇧', up: '↑', down: '↓', space: '␣' };

const strokeText = (stroke: string): string =>
  stroke
    .split('+')
    .map((key) => (key === 'mod' ? (isMac() ? '⌘' : 'Ctrl') : (NAMES[key] ?? key.toUpperCase())))
    .join(isMac() ? '' : '+');

/** Is this an Apple keyboard? */
export const isMac = (): boolean => typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.platform);
