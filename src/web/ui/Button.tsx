import clsx from 'clsx';
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import type { Icon } from './icon.ts';
import { Link } from './Link.tsx';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'small' | 'medium';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: ButtonLook;
  readonly size?: ButtonSize;
  readonly icon?: Icon;
  /** While true the button cannot be pressed again and says so to screen readers. */
  readonly pending?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** An action, named by a verb. One primary button a view at most. */
export const Button = ({
  look = 'secondary',
  size = 'medium',
  icon: IconShape,
  pending,
  className,
  children,
  disabled,
  type = 'button',
  ...rest
}: ButtonProps) => (
  <button
    type={type}
    className={buttonClass(look, size, className)}
    disabled={disabled || pending}
    aria-busy={pending || undefined}
    {...rest}
  >
    {IconShape && <IconShape size={size === 'small' ? 14 : 16} strokeWidth={1.75} aria-hidden className="shrink-0" />}
    {children}
  </button>
);

export interface ButtonLinkProps {
  readonly to: string;
  readonly look?: ButtonLook;
  readonly size?: ButtonSize;
  readonly icon?: Icon;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A link that looks like a button: it goes somewhere instead of doing something. */
export const ButtonLink = ({ to, look = 'secondary', size = 'medium', icon: IconShape, className, children }: ButtonLinkProps) => (
  <Link to={to} className={buttonClass(look, size, className)}>
    {IconShape && <IconShape size={size === 'small' ? 14 : 16} strokeWidth={1.75} aria-hidden className="shrink-0" />}
    {children}
  </Link>
);

const LOOKS: Readonly<Record<ButtonLook, string>> = {
  primary: 'border-transparent bg-accent text-on-accent hover:not-disabled:bg-accent-strong',
  secondary: 'border-line-strong bg-surface text-text hover:not-disabled:bg-hover',
  quiet: 'border-transparent text-muted hover:not-disabled:bg-hover hover:not-disabled:text-text',
  danger: 'border-transparent bg-bad text-on-bad hover:not-disabled:opacity-90',
};

const buttonClass = (look: ButtonLook, size: ButtonSize, extra?: string): string =>
  clsx(
    'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap transition-colors select-none disabled:opacity-50 aria-busy:cursor-progress',
    size === 'small' ? 'h-7 px-2 text-12' : 'h-8 px-3 text-13',
    LOOKS[look],
    extra,
  );
