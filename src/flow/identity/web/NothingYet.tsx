import { useText } from '#web/i18n/i18n.ts';
import { ButtonLink } from '#web/ui/Button.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Link } from '#web/ui/Link.tsx';
import { recordText } from './text/pages.ts';

/** What a list without a record will answer, and the two ways to fill it. */
export const NothingYet = ({ of }: { readonly of: 'accounts' | 'people' }) => {
  const t = useText(recordText);
  return (
    <EmptyState
      title={t(`${of}.emptyTitle`)}
      action={
        <ButtonLink to="/import" look="primary">
          {t('import')}
        </ButtonLink>
      }
      more={
        <Link to="/connect" look="text">
          {t('connect')}
        </Link>
      }
    >
      {t(`${of}.empty`)}
    </EmptyState>
  );
};
