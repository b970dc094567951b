import { useText } from '#web/i18n/i18n.ts';
import { uiText } from '#web/i18n/ui/text.ts';

/** A value that is not known: a dash for the eye, words for the ear. */
export const Missing = () => {
  const t = useText(uiText);
  return (
    <span className="text-faint">
      <span aria-hidden>—</span>
      <span className="sr-only">{t('notKnown')}</span>
    </span>
  );
};
