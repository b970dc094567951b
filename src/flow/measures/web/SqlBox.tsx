import { useState } from 'react';
import { useText } from '#web/i18n/i18n.ts';
import { Button } from '#web/ui/Button.tsx';
import { CopyButton } from '#web/ui/CopyField.tsx';
import { metricText } from './text/text.ts';

/** The SQL behind an answer, once it is asked for. */
export const SqlBox = ({ statements }: { readonly statements: readonly string[] }) => {
  const t = useText(metricText);
  const [open, setOpen] = useState(false);
  return (
    <div className="mt-2 flex flex-col gap-2">
      <Button size="small" className="self-start" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t(open ? 'definition.hideSql' : 'definition.showSql')}
      </Button>
      {open && (
        <>
          <p className="text-12 text-muted">{t('definition.sql')}</p>
          {statements.map((sql) => (
            <div key={sql} className="relative">
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
              <pre tabIndex={0} className="max-h-80 overflow-auto rounded-md border border-line bg-sunken p-3 pr-9 font-mono text-12">
                {sql}
              </pre>
              <span className="absolute top-1.5 right-1.5">
                <CopyButton value={sql} />
              </span>
            </div>
          ))}
        </>
      )}
    </div>
  );
};
