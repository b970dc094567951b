import type { ReactNode } from 'react';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { Table } from '#web/ui/Table.tsx';
import { NumberCell } from './NumberCell.tsx';
import { RowActions } from './RowActions.tsx';
import type { NamedPart } from './RuleDialog.tsx';
import { formulaText } from './text/text.ts';

export interface RuleTableProps<Rule> {
  readonly caption: string;
  readonly rules: readonly Rule[];
  readonly readOnly: boolean;
  /** What the rule asks for, in words. */
  readonly sayWhen: (rule: Rule) => ReactNode;
  readonly onEdit: (rule: Rule) => void;
  /** Null takes the rule out. */
  readonly onChange: (key: string, next: Rule | null) => void;
}

/** Rules of the lead score: what each asks for, and its points. */
export const RuleTable = <Rule extends NamedPart & { readonly key: string }>(props: RuleTableProps<Rule>) => {
  const { caption, rules, readOnly, sayWhen, onEdit, onChange } = props;
  const t = useText(formulaText);
  const language = currentLanguage();
  return (
    <Table<Rule>
      caption={caption}
      compact
      rows={rules}
      rowId={(rule) => rule.key}
      columns={[
        { key: 'rule', label: t('score.rule'), render: (rule) => rule.name[language] },
        { key: 'when', label: t('score.when'), render: (rule) => <span className="text-12 text-muted">{sayWhen(rule)}</span> },
        {
          key: 'points',
          label: t('score.points'),
          align: 'end',
          render: (rule) => (
            <NumberCell
              label={t('score.pointsOf', { rule: rule.name[language] })}
              value={rule.points}
              min={-100}
              max={100}
              readOnly={readOnly}
              onChange={(points) => onChange(rule.key, { ...rule, points })}
            />
          ),
        },
        ...(readOnly
          ? []
          : [
              {
                key: 'actions',
                label: t('edit.actions'),
                quietLabel: true,
                align: 'end' as const,
                render: (rule: Rule) => (
                  <RowActions name={rule.name[language]} onEdit={() => onEdit(rule)} onRemove={() => onChange(rule.key, null)} />
                ),
              },
            ]),
      ]}
    />
  );
};
