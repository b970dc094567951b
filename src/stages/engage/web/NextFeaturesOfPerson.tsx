import { readableName } from '#flow/facts/web/index.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useQueryOf } from '#web/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { listNextFeaturesOfPerson } from '../contracts.ts';
import { SuggestedFeature } from './SuggestedFeature.tsx';
import { suggestionText } from './text/text.ts';

/** What a person might use next, by what people of the same role use at customers like theirs; nothing while it is not known, and without a role. */
export const NextFeaturesOfPerson = ({ personId }: { readonly personId: string }) => {
  const t = useText(suggestionText);
  const answer = useQueryOf(listNextFeaturesOfPerson, { params: { id: personId } }, { freshFor: 120_000 }).data;
  if (!answer || answer.role === null) return null;
  const { rows, role, successful, least, by } = answer;
  return (
    <Section title={t('title')}>
      <p className="mb-1 text-12 text-muted">{t('ofRole', { role: readableName(role) })}</p>
      {rows.length === 0 ? (
        <p className="text-13 text-muted">{successful < least ? t('fewOfRole', { least, count: successful }) : t('personNone')}</p>
      ) : (
        <ul>
          {rows.map((row) => (
            <SuggestedFeature key={row.feature} row={row} reason={by === 'alike' ? 'personReason' : 'personPopular'} />
          ))}
        </ul>
      )}
    </Section>
  );
};
