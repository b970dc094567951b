import type { z } from 'zod';
import { HEALTH_DIMENSION_WORDS } from '#kernel/signal.ts';
import { formatPercent } from '#web/i18n/format.ts';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { Table } from '#web/ui/Table.tsx';
import type { SignalCard } from '../../contracts.ts';
import { HealthDefinition, type HealthFactor } from '../../domain/health/health-definition.ts';
import { CurveText } from './CurveText.tsx';
import { FormulaHead } from './FormulaHead.tsx';
import { NumberCell } from './NumberCell.tsx';
import { Threshold } from './Threshold.tsx';
import { formulaText } from './text/text.ts';
import { useFormula } from './use-formula.ts';

/** The formula of health: its factors with their weights and scores, and from where on it is good. */
export const HealthFormula = ({ card, stored }: { readonly card: z.infer<typeof SignalCard>; readonly stored: HealthDefinition }) => {
  const t = useText(formulaText);
  const formula = useFormula('health', stored, HealthDefinition);
  const { draft, change, mayChange } = formula;
  return (
    <section aria-label={t('health.title')} className="flex flex-col gap-4">
      <FormulaHead title={t('health.title')} words={t('health.words')} card={card} formula={formula} />
      <Factors
        factors={draft.factors}
        readOnly={!mayChange}
        onWeight={(key, weight) =>
          change({ factors: draft.factors.map((factor) => (factor.key === key ? { ...factor, weight } : factor)) })
        }
      />
      <div className="grid gap-4 phone:grid-cols-3">
        <Threshold
          label={t('health.good')}
          value={draft.bands.good}
          readOnly={!mayChange}
          onChange={(good) => change({ bands: { ...draft.bands, good } })}
        />
        <Threshold
          label={t('health.watch')}
          hint={t('health.below')}
          value={draft.bands.watch}
          readOnly={!mayChange}
          onChange={(watch) => change({ bands: { ...draft.bands, watch } })}
        />
        <Threshold
          label={t('health.confidence')}
          hint={t('health.confidenceHint')}
          unit="%"
          value={Math.round(draft.leastConfidence * 100)}
          readOnly={!mayChange}
          onChange={(percent) => change({ leastConfidence: percent / 100 })}
        />
      </div>
    </section>
  );
};

interface FactorsProps {
  readonly factors: readonly HealthFactor[];
  readonly readOnly: boolean;
  readonly onWeight: (key: string, weight: number) => void;
}

const Factors = ({ factors, readOnly, onWeight }: FactorsProps) => {
  const t = useText(formulaText);
  const reader = useReader();
  const language = currentLanguage();
  const total = factors.reduce((sum, { weight }) => sum + weight, 0);
  return (
    <Table
      caption={t('health.title')}
      rows={factors}
      rowId={(factor) => factor.key}
      columns={[
        {
          key: 'factor',
          label: t('health.factor'),
          render: (factor) => (
            <span className="block min-w-36 py-1.5">
              {factor.name[language]}
              <span className="block text-12 text-muted">{HEALTH_DIMENSION_WORDS[factor.dimension][language]}</span>
            </span>
          ),
        },
        { key: 'scored', label: t('health.scored'), render: (factor) => <CurveText factor={factor} /> },
        {
          key: 'fresh',
          label: t('health.fresh'),
          render: ({ freshDays }) => (
            <span className="whitespace-nowrap text-muted">
              {freshDays === null ? t('health.always') : t('health.days', { count: freshDays })}
            </span>
          ),
        },
        {
          key: 'weight',
          label: t('health.weight'),
          align: 'end',
          render: (factor) => (
            <NumberCell
              label={t('health.weightOf', { factor: factor.name[language] })}
              value={factor.weight}
              min={0}
              max={1000}
              readOnly={readOnly}
              onChange={(weight) => onWeight(factor.key, weight)}
            />
          ),
        },
        {
          key: 'share',
          label: t('health.share'),
          align: 'end',
          render: ({ weight }) => formatPercent(reader, total === 0 ? 0 : weight / total, { digits: 0 }),
        },
      ]}
    />
  );
};
