import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { Table } from '#web/ui/Table.tsx';
import type { EngagementRule } from '../../domain/lead-score/lead-definition.ts';
import { ruleText } from '../rules/text/text.ts';
import { eventName } from '../rules/trigger-words.ts';
import { useSayLead } from './lead-words.ts';
import { NumberCell } from './NumberCell.tsx';
import { RowActions } from './RowActions.tsx';
import { formulaText } from './text/text.ts';

export interface EngagementRulesProps {
  readonly caption: string;
  readonly rules: readonly EngagementRule[];
  readonly readOnly: boolean;
  readonly onEdit: (rule: EngagementRule) => void;
  /** Null takes the rule out. */
  readonly onChange: (key: string, next: EngagementRule | null) => void;
}

/** The rules of a group: what is done, and its points each time. */
export const EngagementRules = ({ caption, rules, readOnly, onEdit, onChange }: EngagementRulesProps) => {
  const t = useText(formulaText);
  const words = useText(ruleText);
  const say = useSayLead();
  const language = currentLanguage();
  return (
    <Table<EngagementRule>
      caption={caption}
      compact
      rows={rules}
      rowId={(rule) => rule.key}
      columns={[
        { key: 'rule', label: t('score.rule'), render: (rule) => rule.name[language] },
        {
          key: 'when',
          label: t('score.when'),
          render: (rule) => (
            <span className="text-12 text-muted">
              {t('score.every', { event: rule.events.map((event) => eventName(event, words)).join(' / ') })}
              {rule.where && `, ${say(rule.where)}`}
            </span>
          ),
        },
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
                render: (rule: EngagementRule) => (
                  <RowActions name={rule.name[language]} onEdit={() => onEdit(rule)} onRemove={() => onChange(rule.key, null)} />
                ),
              },
            ]),
      ]}
    />
  );
};
