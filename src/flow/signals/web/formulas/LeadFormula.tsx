import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import { EVERYTHING } from '#kernel/condition.ts';
import { formatNumber, formatPercent } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { Button } from '#web/ui/Button.tsx';
import { Section } from '#web/ui/Section.tsx';
import { type FitRule, LeadDefinition } from '../../domain/lead-score/lead-definition.ts';
import { EngagementGroups } from './EngagementGroups.tsx';
import { FitRuleDialog } from './FitRuleDialog.tsx';
import { FormulaHead } from './FormulaHead.tsx';
import { freeKey, NO_NAME, withPart } from './formula-edits.ts';
import type { FormulaProps } from './HealthFormula.tsx';
import { useSayLead } from './lead-words.ts';
import { RuleTable } from './RuleTable.tsx';
import { Threshold } from './Threshold.tsx';
import { formulaText } from './text/text.ts';
import { useFormula } from './use-formula.ts';

/** The formula of the lead score: points for what a lead is and does, with caps, half-lives and grades. */
export const LeadFormula = ({ card, stored, onTry, onVersions }: FormulaProps<LeadDefinition>) => {
  const t = useText(formulaText);
  const formula = useFormula('lead_score', stored, LeadDefinition);
  const { draft, change } = formula;
  const readOnly = !formula.mayChange;
  return (
    <section aria-label={t('score.title')} className="flex flex-col gap-6 border-t border-line pt-6">
      <FormulaHead
        title={t('score.title')}
        words={t('score.words')}
        card={card}
        formula={formula}
        onVersions={onVersions}
        onTry={() => onTry(draft)}
      />
      <Section title={t('score.fit')}>
        <FitRules
          rules={draft.fit}
          readOnly={readOnly}
          keyFor={() =>
            freeKey(
              'fit',
              draft.fit.map(({ key }) => key),
            )
          }
          onChange={(fit) => change({ fit })}
        />
      </Section>
      <Section title={t('score.engagement')}>
        <EngagementGroups groups={draft.engagement} readOnly={readOnly} onChange={(engagement) => change({ engagement })} />
      </Section>
      <Limits draft={draft} readOnly={readOnly} onChange={change} />
    </section>
  );
};

interface FitRulesProps {
  readonly rules: readonly FitRule[];
  readonly readOnly: boolean;
  readonly keyFor: () => string;
  readonly onChange: (rules: FitRule[]) => void;
}

const FitRules = ({ rules, readOnly, keyFor, onChange }: FitRulesProps) => {
  const [edited, setEdited] = useState<FitRule | null>(null);
  const keep = (key: string, next: FitRule | null) => onChange(withPart(rules, key, next));
  const t = useText(formulaText);
  const say = useSayLead();
  return (
    <div>
      <RuleTable
        caption={t('score.fit')}
        rules={rules}
        readOnly={readOnly}
        sayWhen={(rule) => say(rule.when)}
        onEdit={setEdited}
        onChange={keep}
      />
      {!readOnly && (
        <Button
          look="quiet"
          size="small"
          icon={Plus}
          className="mt-2 -ml-2"
          onClick={() => setEdited({ key: keyFor(), name: NO_NAME, when: EVERYTHING, points: 10 })}
        >
          {t('edit.addRule')}
        </Button>
      )}
      {edited && (
        <FitRuleDialog
          rule={edited}
          onApply={(rule) => {
            keep(rule.key, rule);
            setEdited(null);
          }}
          onClose={() => setEdited(null)}
        />
      )}
    </div>
  );
};

interface LimitsProps {
  readonly draft: LeadDefinition;
  readonly readOnly: boolean;
  readonly onChange: (part: Partial<LeadDefinition>) => void;
}

const Limits = ({ draft, readOnly, onChange }: LimitsProps) => {
  const t = useText(formulaText);
  const reader = useReader();
  const { grades, bands } = draft;
  const parts = draft.people.map((share, at) => `${formatNumber(reader, at + 1)}: ${formatPercent(reader, share)}`).join(', ');
  return (
    <>
      <div className="grid gap-6 phone:grid-cols-3">
        <Section title={t('score.grades')}>
          {(['A', 'B', 'C'] as const).map((grade) => (
            <Threshold
              key={grade}
              label={t('score.gradeFrom', { grade })}
              value={grades[grade]}
              readOnly={readOnly}
              onChange={(value) => onChange({ grades: { ...grades, [grade]: value } })}
            />
          ))}
        </Section>
        <Section title={t('score.bands')}>
          {(['hot', 'warm'] as const).map((band) => (
            <Threshold
              key={band}
              label={t(`score.${band}`)}
              value={bands[band]}
              readOnly={readOnly}
              onChange={(value) => onChange({ bands: { ...bands, [band]: value } })}
            />
          ))}
        </Section>
        <Section title={t('score.mix')}>
          <Threshold
            label={t('score.fitShare')}
            hint={t('score.fitShareHint')}
            unit="%"
            value={Math.round(draft.fitShare * 100)}
            readOnly={readOnly}
            onChange={(percent) => onChange({ fitShare: percent / 100 })}
          />
        </Section>
      </div>
      <p className="text-13 text-muted">{t('score.people', { parts })}</p>
    </>
  );
};
