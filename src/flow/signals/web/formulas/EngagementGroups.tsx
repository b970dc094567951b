import { readableName } from '#flow/facts/web/index.ts';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { Table } from '#web/ui/Table.tsx';
import type { EngagementGroup, EngagementRule } from '../../domain/lead-score/lead-definition.ts';
import { useSayLead } from './lead-words.ts';
import { NumberCell } from './NumberCell.tsx';
import { Threshold } from './Threshold.tsx';
import { formulaText } from './text/text.ts';

export interface EngagementGroupsProps {
  readonly groups: readonly EngagementGroup[];
  readonly readOnly: boolean;
  readonly onChange: (groups: EngagementGroup[]) => void;
}

/** What leads do, in groups that share a cap and a half-life. */
export const EngagementGroups = ({ groups, readOnly, onChange }: EngagementGroupsProps) => (
  <div className="flex flex-col gap-5">
    {groups.map((group) => (
      <Group
        key={group.key}
        group={group}
        readOnly={readOnly}
        onChange={(part) => onChange(groups.map((one) => (one.key === group.key ? { ...one, ...part } : one)))}
      />
    ))}
  </div>
);

interface GroupProps {
  readonly group: EngagementGroup;
  readonly readOnly: boolean;
  readonly onChange: (part: Partial<EngagementGroup>) => void;
}

const Group = ({ group, readOnly, onChange }: GroupProps) => {
  const t = useText(formulaText);
  const say = useSayLead();
  const language = currentLanguage();
  const change = (key: string, points: number) =>
    onChange({ rules: group.rules.map((rule) => (rule.key === key ? { ...rule, points } : rule)) });
  return (
    <div className="rounded-md border border-line p-4">
      <div className="mb-1 flex flex-wrap items-center gap-x-6 gap-y-1">
        <h3 className="min-w-0 flex-1 text-13 font-semibold">{group.name[language]}</h3>
        {group.cap === 0 ? (
          <span className="text-12 text-muted">{t('score.noGain')}</span>
        ) : (
          <Threshold label={t('score.cap')} value={group.cap} readOnly={readOnly} onChange={(cap) => onChange({ cap })} />
        )}
        <Threshold
          label={t('score.halfLife')}
          value={group.halfLifeDays}
          readOnly={readOnly}
          onChange={(halfLifeDays) => onChange({ halfLifeDays })}
        />
      </div>
      <Table<EngagementRule>
        caption={group.name[language]}
        compact
        rows={group.rules}
        rowId={(rule) => rule.key}
        columns={[
          { key: 'rule', label: t('score.rule'), render: (rule) => rule.name[language] },
          {
            key: 'when',
            label: t('score.when'),
            render: (rule) => (
              <span className="text-12 text-muted">
                {t('score.every', { event: rule.events.map(readableName).join(' / ') })}
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
                onChange={(points) => change(rule.key, points)}
              />
            ),
          },
        ]}
      />
    </div>
  );
};
