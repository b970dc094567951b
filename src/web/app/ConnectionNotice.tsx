import { useConnection } from '#web/connection.ts';
import { useText } from '#web/i18n/i18n.ts';
import { shellText } from '#web/i18n/shell/text.ts';
import { ToneSign } from '#web/ui/StatusPill.tsx';

/** Says that the server does not answer, for as long as that is so. */
export const ConnectionNotice = () => {
  const t = useText(shellText);
  const connection = useConnection();
  return (
    <div role="status">
      {connection !== 'ok' && (
        <p className="flex items-center gap-2 border-b border-line bg-warn-soft px-4 py-1.5 text-13 text-warn">
          <ToneSign tone="warn" />
          {t(`connection.${connection}`)}
        </p>
      )}
    </div>
  );
};
