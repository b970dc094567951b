import { useState } from 'react';
import { readableName } from '#flow/facts/web/index.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useQueryOf } from '#web/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { Select } from '#web/ui/Select.tsx';
import { listNextFeatures } from '../contracts.ts';
import { SuggestedFeature } from './SuggestedFeature.tsx';
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
            <SuggestedFeature key={row.feature} row={row} reason={by === 'alike' ? 'reason' : 'popular'} />
          ))}
        </ul>
      )}
    </Section>
  );
};
