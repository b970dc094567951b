import clsx from 'clsx';
import type { ButtonHTMLAttributes, Ref } from 'react';
import type { Icon } from './icon.ts';
import { Tooltip } from './Tooltip.tsx';

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label'> {
  /** What it does; read aloud, and shown on hover. */
  readonly label: string;
  readonly icon: Icon;
  readonly size?: 'small' | 'medium';
  /** Keys that do the same, shown beside the label. */
  readonly keys?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button with only a sign on it; its name is in the tooltip. */
export const IconButton = ({ label, icon: IconShape, size = 'medium', keys, className, type = 'button', ...rest }: IconButtonProps) => (
  <Tooltip label={label} keys={keys}>
    <button
      type={type}
      aria-label={label}
      className={clsx(
        'inline-flex shrink-0 items-center justify-center rounded-md text-muted transition-colors hover:not-disabled:bg-hover hover:not-disabled:text-text disabled:opacity-50 data-popup-open:bg-hover',
        size === 'small' ? 'size-6' : 'size-8',
        className,
      )}
      {...rest}
    >
      <IconShape size={16} strokeWidth={1.75} aria-hidden />
    </button>
  </Tooltip>
);
