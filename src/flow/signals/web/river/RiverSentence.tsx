import { formatNumber, formatPercent } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import type { River } from '../../contracts.ts';
import { riverText } from '../text/text.ts';
import { sayDays, stageName } from './words.ts';

/** The one sentence that matters most in this period. */
export const RiverSentence = ({ sentence }: { readonly sentence: River['sentence'] }) => {
  const t = useText(riverText);
  const reader = useReader();
  const days = (value: number | null) => sayDays(value ?? 0, t, reader);
  const share = (value: number | null) => formatPercent(reader, value ?? 0, { digits: 0 });
  const values = {
    stage: sentence.stage ? stageName(sentence.stage) : '',
    count: sentence.accounts,
    days: days(sentence.days),
    share: share(sentence.share),
    before: sentence.code === 'slower' ? share(sentence.before) : formatNumber(reader, sentence.before ?? 0),
  };
  const top =
    sentence.code === 'stuck' && sentence.top && sentence.share !== null
      ? t('river.sentence.stuckTop', { top: formatNumber(reader, sentence.top), share: share(sentence.share) })
      : '';
  return (
    <p className="max-w-[72ch] text-16 font-medium text-balance">
      {t(`river.sentence.${sentence.code}`, values)}
      {top}
    </p>
  );
};
