import { useState } from 'react';
import { readableName } from '#flow/facts/web/index.ts';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { useQueryOf } from '#web/queries.ts';
import { Link } from '#web/ui/Link.tsx';
import { Section } from '#web/ui/Section.tsx';
import { Select } from '#web/ui/Select.tsx';
import { listNextFeatures, type NextFeature } from '../contracts.ts';
import { suggestionText } from './text/text.ts';

const WHOLE = '*';

/** What the account, or its people of one role, might use next, with why; nothing while it is not known, and for an account that uses nothing. */
export const NextFeatures = ({ accountId }: { readonly accountId: string }) => {
  const t = useText(suggestionText);
  const [role, setRole] = useState<string | null>(null);
  const ask = { params: { id: accountId }, query: role === null ? {} : { role } };
  const answer = useQueryOf(listNextFeatures, ask, { freshFor: 120_000 }).data;
  if (!answer || (answer.used === 0 && role === null)) return null;
  const { rows, roles, successful, least, used, by } = answer;
  return (
    <Section title={t('title')}>
      {roles.length > 1 && (
        <Select
          label={t('for')}
          className="mb-2"
          value={role ?? WHOLE}
          onChange={(chosen) => setRole(chosen === WHOLE ? null : chosen)}
          options={[
            { value: WHOLE, label: t('whole') },
            ...roles.map((value) => ({ value, label: t('role', { role: readableName(value) }) })),
          ]}
        />
      )}
      {used === 0 ? (
        <p className="text-13 text-muted">{t('unused')}</p>
      ) : rows.length === 0 ? (
        <p className="text-13 text-muted">{successful < least ? t('few', { least, count: successful }) : t('none')}</p>
      ) : (
        <ul>
          {rows.map((row) => (
            <Suggested key={row.feature} row={row} reason={by === 'alike' ? 'reason' : 'popular'} />
          ))}
        </ul>
      )}
    </Section>
  );
};

interface SuggestedProps {
  readonly row: NextFeature;
  readonly reason: 'reason' | 'popular';
}

const Suggested = ({ row: { feature, neighbours, using, shared, like }, reason }: SuggestedProps) => {
  const t = useText(suggestionText);
  const isChinese = currentLanguage() === 'zh-CN';
  return (
    <li className="border-b border-line py-2 text-13 last:border-0">
      <p className="font-medium first-letter:uppercase">{readableName(feature)}</p>
      <p className="text-12 text-muted">
        {t(reason, { using, neighbours })}
        {shared.length > 0 && (isChinese ? '；' : '; ')}
        {shared.length > 0 && t('shared', { features: shared.map(readableName).join(isChinese ? '、' : ', ') })}
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
