import { useText } from '#web/i18n/i18n.ts';
import { shellText } from '#web/i18n/shell/text.ts';
import { ButtonLink } from '#web/ui/Button.tsx';

/** What stands at an address that leads nowhere. */
export const MissingPage = () => {
  const t = useText(shellText);
  return (
    <div className="mx-auto flex max-w-120 flex-col items-start gap-3 px-6 py-12">
      <h1 tabIndex={-1} className="text-16 font-semibold outline-none">
        {t('missing.title')}
      </h1>
      <p className="text-14 text-muted">{t('missing.hint')}</p>
      <ButtonLink to="//">{t('missing.back')}</ButtonLink>
    </div>
  );
};
