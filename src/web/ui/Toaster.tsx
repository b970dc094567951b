import X from 'lucide-react/icons/x';
import { useText } from '#web/i18n/i18n.ts';
import { uiText } from '#web/i18n/ui/text.ts';
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import { Link } from './Link.tsx';
import { ToneSign } from './StatusPill.tsx';
import { closeToast, type Toast, useToasts } from './toasts.ts';

/** Where toasts appear; once around the app. It is a live region, so they are read aloud. */
export const Toaster = () => {
  const t = useText(uiText);
  const toasts = useToasts();
  return (
    <section
      aria-label={t('notices')}
      aria-live="polite"
      className="no-print pointer-events-none fixed inset-x-4 bottom-18 z-50 flex flex-col items-center gap-2 phone:bottom-4"
    >
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </section>
  );
};

const ToastCard = ({ toast }: { readonly toast: Toast }) => {
  const t = useText(uiText);
  return (
    <div className="pointer-events-auto flex min-h-10 max-w-120 items-center gap-2 rounded-md border border-line bg-raised py-1 pr-1 pl-3 text-13 shadow-float transition-[opacity,translate] duration-140 starting:translate-y-2 starting:opacity-0">
      <ToneSign tone={toast.tone} />
      <span className="min-w-0 py-1">{toast.text}</span>
      {toast.to && (
        <Link to={toast.to.href} look="text" className="px-1 font-medium" onClick={() => closeToast(toast.id)}>
          {toast.to.label}
        </Link>
      )}
      {toast.undo && (
        <Button
          look="quiet"
          size="small"
          onClick={() => {
            toast.undo?.();
            closeToast(toast.id);
          }}
        >
          {t('undo')}
        </Button>
      )}
      <IconButton size="small" label={t('close')} icon={X} onClick={() => closeToast(toast.id)} />
    </div>
  );
};
