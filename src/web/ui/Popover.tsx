import { Popover as Base } from '@base-ui/react/popover';
import clsx from 'clsx';
import type { ReactElement, ReactNode } from 'react';
import { FLOATING_PLACE } from './floating-place.ts';
import { FLOATING } from './surfaces.ts';

export interface PopoverProps {
  readonly trigger: ReactElement<Record<string, unknown>>;
  readonly children: ReactNode;
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  readonly align?: 'start' | 'center' | 'end';
  /** Read aloud when it opens. */
  readonly label: string;
  readonly className?: string;
}

/** A small panel at the thing it belongs to; a click outside or Escape closes it. */
export const Popover = ({ trigger, children, open, onOpenChange, align = 'start', label, className }: PopoverProps) => (
  <Base.Root open={open} onOpenChange={(next) => onOpenChange?.(next)}>
    <Base.Trigger render={trigger} />
    <Base.Portal container={FLOATING_PLACE}>
      <Base.Positioner sideOffset={4} align={align} collisionPadding={8} className="z-40">
        <Base.Popup aria-label={label} className={clsx(FLOATING, 'max-w-[calc(100vw-16px)] p-3', className)}>
          {children}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  </Base.Root>
);
