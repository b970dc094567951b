import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement, ReactNode } from 'react';
import { FLOATING_PLACE } from './floating-place.ts';
import { KeyHint } from './KeyHint.tsx';

export interface TooltipProps {
  readonly label: ReactNode;
  readonly keys?: string;
  readonly side?: 'top' | 'right' | 'bottom' | 'left';
  /** The one element that it explains; it must pass its props on. */
  readonly children: ReactElement<Record<string, unknown>>;
}

/** A short explanation on hover or focus. Never the only place of something that must be known. */
export const Tooltip = ({ label, keys, side = 'top', children }: TooltipProps) => (
  <Base.Root>
    <Base.Trigger render={children} />
    <Base.Portal container={FLOATING_PLACE}>
      <Base.Positioner side={side} sideOffset={6} className="z-50">
        <Base.Popup className="flex max-w-72 items-center gap-2 rounded-sm bg-text px-2 py-1 text-12 text-canvas transition-opacity duration-120 data-ending-style:opacity-0 data-starting-style:opacity-0">
          <span>{label}</span>
          {keys && <KeyHint keys={keys} look="inverse" />}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  </Base.Root>
);

/** Lets neighbouring tooltips follow each other without delay; once around the app. */
export const TooltipProvider = ({ children }: { readonly children: ReactNode }) => <Base.Provider delay={400}>{children}</Base.Provider>;
