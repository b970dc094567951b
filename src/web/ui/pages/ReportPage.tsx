import Printer from 'lucide-react/icons/printer';
import type { ReactNode } from 'react';
import { useText } from '#web/i18n/i18n.ts';
import { uiText } from '#web/i18n/ui/text.ts';
import { Button } from '../Button.tsx';
import { PageHeader, type PageHeaderProps } from './PageHeader.tsx';

export interface ReportPageProps extends PageHeaderProps {
  /** Written to fit one A4 page. */
  readonly children: ReactNode;
}

/** A page to read, print or send: it is as wide as A4 and prints on one sheet. */
export const ReportPage = ({ children, actions, ...header }: ReportPageProps) => {
  const t = useText(uiText);
  return (
    <div className="h-full overflow-y-auto print:h-auto print:overflow-visible">
      <div className="mx-auto min-h-full max-w-198 border-line bg-surface tablet:border-x print:border-0">
        <PageHeader
          {...header}
          actions={
            <>
              {actions}
              <Button icon={Printer} onClick={() => window.print()}>
                {t('print')}
              </Button>
            </>
          }
        />
        <div className="flex flex-col gap-6 px-4 pt-2 pb-12 print:p-0">{children}</div>
      </div>
    </div>
  );
};
