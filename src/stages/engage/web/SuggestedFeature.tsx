import { readableName } from '#flow/facts/web/index.ts';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { Link } from '#web/ui/Link.tsx';
import type { NextFeature } from '../contracts.ts';
import { suggestionText } from './text/text.ts';

export interface SuggestedFeatureProps {
  readonly row: NextFeature;
  readonly reason: 'reason' | 'popular' | 'personReason' | 'personPopular';
}

/** A feature that could be used next, why, and by whom it is used. */
export const SuggestedFeature = ({ row: { feature, neighbours, using, shared, like }, reason }: SuggestedFeatureProps) => {
  const t = useText(suggestionText);
  const isChinese = currentLanguage() === 'zh-CN';
  return (
    <li className="border-b border-line py-2 text-13 last:border-0">
      <p className="font-medium first-letter:uppercase">{readableName(feature)}</p>
      <p className="text-12 text-muted">
        {t(reason, { using, neighbours })}
        {shared.length > 0 && (isChinese ? '；' : '; ')}
        {shared.length > 0 &&
          t(reason === 'personReason' ? 'personShared' : 'shared', { features: shared.map(readableName).join(isChinese ? '、' : ', ') })}
      </p>
      {like.length > 0 && (
        <p className="text-12 text-muted">
          {t('like')}
          {isChinese ? '：' : ': '}
          {like.map((one, at) => (
            <span key={one.accountId}>
              {at > 0 && (isChinese ? '、' : ', ')}
              <Link to={`/accounts/${one.accountId}`} className="underline hover:text-text">
                {one.name}
              </Link>
            </span>
          ))}
        </p>
      )}
    </li>
  );
};
