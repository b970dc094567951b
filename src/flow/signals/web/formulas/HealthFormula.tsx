import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import type { z } from 'zod';
import { HEALTH_DIMENSION_WORDS } from '#kernel/signal.ts';
import { formatPercent } from '#web/i18n/format.ts';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { Button } from '#web/ui/Button.tsx';
import { Menu } from '#web/ui/Menu.tsx';
import { Table } from '#web/ui/Table.tsx';
import type { SignalCard } from '../../contracts.ts';
import { HealthDefinition, type HealthFactor } from '../../domain/health/health-definition.ts';
import { CurveText } from './CurveText.tsx';
import { FactorDialog } from './FactorDialog.tsx';
import { FormulaHead } from './FormulaHead.tsx';
import { factorsToAdd, withPart } from './formula-edits.ts';
import { NumberCell } from './NumberCell.tsx';
import { RowActions } from './RowActions.tsx';
import { Threshold } from './Threshold.tsx';
import { formulaText } from './text/text.ts';
import { useFormula } from './use-formula.ts';

export interface FormulaProps<Definition> {
  readonly card: z.infer<typeof SignalCard>;
  readonly stored: Definition;
  readonly onTry: (definition: Definition) => void;
  readonly onVersions: () => void;
}

/** The formula of health: its factors with their weights and scores, and from where on it is good. */
export const HealthFormula = ({ card, stored, onTry, onVersions }: FormulaProps<HealthDefinition>) => {
  const t = useText(formulaText);
  const formula = useFormula('health', stored, HealthDefinition);
  const { draft, change, mayChange } = formula;
  return (
    <section aria-label={t('health.title')} className="flex flex-col gap-4">
      <FormulaHead
        title={t('health.title')}
        words={t('health.words')}
        card={card}
        formula={formula}
        onVersions={onVersions}
        onTry={() => onTry(draft)}
      />
      <Factors factors={draft.factors} readOnly={!mayChange} onChange={(factors) => change({ factors })} />
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
  readonly onChange: (factors: HealthFactor[]) => void;
}

const Factors = ({ factors, readOnly, onChange }: FactorsProps) => {
  const t = useText(formulaText);
  const [edited, setEdited] = useState<HealthFactor | null>(null);
  const more = factorsToAdd(factors);
  const keep = (key: string, next: HealthFactor | null) => onChange(withPart(factors, key, next));
  const reader = useReader();
  const language = currentLanguage();
  const total = factors.reduce((sum, { weight }) => sum + weight, 0);
  const believed = ({ dimension, freshDays }: HealthFactor) => {
    const name = HEALTH_DIMENSION_WORDS[dimension][language];
    return freshDays === null ? name : t('health.believed', { dimension: name, count: freshDays });
  };
  return (
    <div>
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
                <span className="block text-12 text-muted">{believed(factor)}</span>
              </span>
            ),
          },
          { key: 'scored', label: t('health.scored'), render: (factor) => <CurveText factor={factor} /> },
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
                onChange={(weight) => keep(factor.key, { ...factor, weight })}
              />
            ),
          },
          {
            key: 'share',
            label: t('health.share'),
            align: 'end',
            render: ({ weight }) => formatPercent(reader, total === 0 ? 0 : weight / total, { digits: 0 }),
          },
          ...(readOnly
            ? []
            : [
                {
                  key: 'actions',
                  label: t('edit.actions'),
                  quietLabel: true,
                  align: 'end' as const,
                  render: (factor: HealthFactor) => (
                    <RowActions name={factor.name[language]} onEdit={() => setEdited(factor)} onRemove={() => keep(factor.key, null)} />
                  ),
                },
              ]),
        ]}
      />
      {!readOnly && more.length > 0 && (
        <Menu
          trigger={
            <Button look="quiet" size="small" icon={Plus} className="mt-2 -ml-2">
              {t('edit.addFactor')}
            </Button>
          }
          groups={[{ items: more.map((factor) => ({ label: factor.name[language], onSelect: () => keep(factor.key, factor) })) }]}
        />
      )}
      {edited && (
        <FactorDialog
          factor={edited}
          onApply={(factor) => {
            keep(factor.key, factor);
            setEdited(null);
          }}
          onClose={() => setEdited(null)}
        />
      )}
    </div>
  );
};
