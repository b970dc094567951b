import { useText } from '#web/i18n/i18n.ts';
import { shellText } from '#web/i18n/shell/text.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';

/** What stands in place of a page that broke while it was drawn or fetched. */
export const FailedPage = ({ error }: { readonly error: unknown }) => {
  const t = useText(shellText);
  return (
    <ErrorState
      error={{ title: t('failed.title'), detail: error instanceof Error ? error.message : undefined }}
      safe={t('failed.safe')}
      onRetry={() => window.location.reload()}
    />
  );
};
