import { fieldsOf } from '#kernel/condition.ts';
import { formatCountry, formatDate, formatNumber, isCountryField } from '#web/i18n/format.ts';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { useQueryOf } from '#web/queries.ts';
import { Badge } from '#web/ui/Badge.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Section } from '#web/ui/Section.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { getLeadScore, type LeadScore, listSignals } from '../../contracts.ts';
import { LeadDefinition } from '../../domain/lead-score/lead-definition.ts';
import { OWN_VALUES } from '../formulas/lead-words.ts';
import { formulaText } from '../formulas/text/text.ts';
import { leadText } from './text.ts';

/** How good a lead the person is, with the points that each rule gave. */
export const LeadPanel = ({ personId }: { readonly personId: string }) => {
  const t = useText(leadText);
  const answer = useQueryOf(getLeadScore, { params: { id: personId } });
  const score = answer.data;
  return (
    <Section title={t('title')}>
      {answer.error && !score ? (
        <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
      ) : score ? (
        <Score score={score} />
      ) : (
        <Skeleton shape="text" rows={5} />
      )}
    </Section>
  );
};

const Score = ({ score }: { readonly score: LeadScore }) => {
  const t = useText(leadText);
  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-baseline gap-3">
        <span className="text-28 font-semibold">{Math.round(score.score)}</span>
        {score.grade && <Badge>{t('grade', { grade: score.grade })}</Badge>}
        <Badge>{t(score.band === 1 ? 'band.hot' : score.band === 2 ? 'band.warm' : 'band.cold')}</Badge>
      </div>
      {score.reasons.length === 0 && <p className="text-13 text-muted">{t('none')}</p>}
      <Reasons title={t('fit')} reasons={score.reasons.filter((reason) => reason.kind === 'fit')} />
      <Reasons title={t('engagement')} reasons={score.reasons.filter((reason) => reason.kind === 'engagement')} />
      <p className="text-12 text-faint">{t('version', { version: score.version })}</p>
    </div>
  );
};

const Reasons = ({ title, reasons }: { readonly title: string; readonly reasons: LeadScore['reasons'] }) => {
  const reader = useReader();
  const nameOf = useRuleNames();
  const saidNote = useNotes();
  if (reasons.length === 0) return null;
  return (
    <div>
      <h3 className="mb-1 text-12 font-medium text-muted">{title}</h3>
      <ul className="flex flex-col gap-1.5 text-13">
        {reasons.map((reason) => (
          <li key={reason.rule}>
            <div className="flex items-baseline justify-between gap-2">
              <span className="min-w-0">{nameOf(reason.rule)}</span>
              <span className={`shrink-0 text-12 font-medium ${reason.points < 0 ? 'text-bad' : 'text-good'}`}>
                {formatNumber(reader, Math.round(reason.points * 10) / 10, {
                  signed: true,
                  digits: Number.isInteger(reason.points) ? 0 : 1,
                })}
              </span>
            </div>
            <p className="text-12 text-muted">
              {[saidNote(reason), reason.at === null ? '' : formatDate(reader, reason.at, 'date')].filter(Boolean).join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
};

// That a yes-or-no holds is what the rule's name says; the values that we make ourselves have words, countries have names.
const useNotes = (): ((reason: LeadScore['reasons'][number]) => string) => {
  const t = useText(formulaText);
  const reader = useReader();
  const definition = useLeadDefinition();
  return ({ rule, note }) => {
    if (note === 'true' || note === 'false') return '';
    const known = OWN_VALUES.find((value) => value === note);
    if (known) return t(`value.${known}`);
    const tested = definition?.fit.find(({ key }) => key === rule)?.when;
    return tested && fieldsOf(tested).some(isCountryField) ? formatCountry(reader, note) : note;
  };
};

const useLeadDefinition = (): LeadDefinition | undefined => {
  const card = useQueryOf(listSignals, {}, { freshFor: 300_000 }).data?.rows.find((one) => one.id === 'lead_score');
  return LeadDefinition.safeParse(card?.definition).data;
};

// Rules carry their own names; those of an older formula are shown by their key.
const useRuleNames = (): ((rule: string) => string) => {
  const t = useText(leadText);
  const language = currentLanguage();
  const { fit = [], engagement: groups = [] } = useLeadDefinition() ?? {};
  const rules = [...fit, ...groups.flatMap((group) => group.rules)];
  return (rule) => {
    const limited = rule.endsWith('_limit');
    const named = rules.find((one) => one.key === rule) ?? groups.find((group) => rule.startsWith(`${group.key}_`));
    if (limited) return named ? `${named.name[language]} · ${t('limit')}` : t('limit');
    return named?.name[language] ?? rule.replaceAll('_', ' ');
  };
};
