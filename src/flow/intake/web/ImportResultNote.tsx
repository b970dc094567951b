import { useMay } from '#web/app/session.ts';
import { formatNumber } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { ButtonLink } from '#web/ui/Button.tsx';
import { ToneSign } from '#web/ui/StatusPill.tsx';
import type { Import } from '../contracts.ts';
import { RESULT_TONES, resultOf } from './import-state.ts';
import { intakeText } from './text/text.ts';

/** What came of the rows in plain words, and what to do next, where not all of them came in or nothing was new. */
export const ImportResultNote = ({ one }: { readonly one: Import }) => {
  const t = useText(intakeText);
  const reader = useReader();
  const mayImport = useMay('import.run');
  const result = resultOf(one);
  if (result === null || result === 'all') return null;
  const when = one.status === 'checked' ? 'tried' : 'done';
  const counts = {
    rows: formatNumber(reader, one.rowsRead),
    failed: formatNumber(reader, one.failed),
    taken: formatNumber(reader, one.rowsRead - one.failed),
  };
  return (
    <div role="status" className="flex max-w-[72ch] gap-3">
      <span className="mt-1.5">
        <ToneSign tone={RESULT_TONES[result]} />
      </span>
      <div className="flex min-w-0 flex-col items-start gap-2">
        <p className="font-medium">{t(`result.${when}.${result}`, counts)}</p>
        <p className="text-13 text-muted">{t(`result.${when}.${result}Next`)}</p>
        {mayImport && when === 'done' && result !== 'same' && <ButtonLink to="/import">{t('result.again')}</ButtonLink>}
      </div>
    </div>
  );
};
