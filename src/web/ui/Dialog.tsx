import { Dialog as Base } from '@base-ui/react/dialog';
import X from 'lucide-react/icons/x';
import { type ReactNode, useRef } from 'react';
import { useText } from '#web/i18n/i18n.ts';
import { uiText } from '#web/i18n/ui/text.ts';
import { IconButton } from './IconButton.tsx';

export interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly description?: ReactNode;
  readonly children?: ReactNode;
  /** Buttons, the main one last. */
  readonly actions?: ReactNode;
  readonly width?: 'narrow' | 'medium' | 'wide';
}

const WIDTHS = { narrow: 'max-w-100', medium: 'max-w-140', wide: 'max-w-220' } as const;

/** A question that must be answered before going on. Details of a record open in a SidePanel instead. */
export const Dialog = ({ open, onClose, title, description, children, actions, width = 'medium' }: DialogProps) => {
  const t = useText(uiText);
  const body = useRef<HTMLDivElement>(null);
  // The first thing to fill in, else the dialog itself: a focused close button would be read before the question.
  const popup = useRef<HTMLDivElement>(null);
  const firstFocus = () => body.current?.querySelector<HTMLElement>('input, textarea, select, [role="combobox"]') ?? popup.current;
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-30 bg-scrim transition-opacity duration-140 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Viewport className="fixed inset-0 z-30 flex items-center justify-center overflow-y-auto p-4">
          <Base.Popup
            ref={popup}
            initialFocus={firstFocus}
            className={`flex max-h-full w-full flex-col rounded-md border border-line bg-raised shadow-float outline-none transition-[opacity,scale] duration-140 data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0 ${WIDTHS[width]}`}
          >
            <header className="flex items-start justify-between gap-4 px-5 pt-4 pb-2">
              <div>
                <Base.Title className="text-16 font-semibold">{title}</Base.Title>
                {description && <Base.Description className="mt-1 text-13 text-muted">{description}</Base.Description>}
              </div>
              <Base.Close render={<IconButton label={t('close')} icon={X} className="-mt-1 -mr-2" />} />
            </header>
            {children && (
              <div ref={body} className="min-h-0 overflow-y-auto px-5 py-2">
                {children}
              </div>
            )}
            {actions && <footer className="flex flex-wrap justify-end gap-2 px-5 pt-3 pb-4">{actions}</footer>}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
};
