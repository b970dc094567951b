import Plus from 'lucide-react/icons/plus';
import X from 'lucide-react/icons/x';
import { type ReactNode, useState } from 'react';
import type { FieldTest } from '#kernel/condition.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { uiText } from '#web/i18n/ui/text.ts';
import { Button } from '#web/ui/Button.tsx';
import { ChoiceList } from '#web/ui/ChoiceList.tsx';
import { type FieldDefinition, firstTest, isComplete } from '#web/ui/filter/fields.ts';
import { TestChip } from '#web/ui/filter/TestChip.tsx';
import { IconButton } from '#web/ui/IconButton.tsx';
import { Menu } from '#web/ui/Menu.tsx';
import { Popover } from '#web/ui/Popover.tsx';
import { SegmentedControl } from '#web/ui/SegmentedControl.tsx';
import {
  type ConditionPath,
  isBehaviour,
  type SegmentCondition,
  type SegmentTest,
  type SegmentUnit,
} from '../../../condition-contracts.ts';
import { segmentText } from '../text/text.ts';
import { BehaviourRow } from './BehaviourRow.tsx';
import { conditionOfGroup, type Group, groupOf, isGroup, NEW_TESTS, pathOfPart } from './draft.ts';

export interface GroupEditorProps {
  readonly condition: SegmentCondition;
  readonly path: ConditionPath;
  readonly unit: SegmentUnit;
  readonly fields: readonly FieldDefinition[];
  readonly onChange: (condition: SegmentCondition) => void;
  readonly onRemove?: () => void;
  /** What is said at the end of a part: how many meet it, or why somebody does. */
  readonly verdict: (path: ConditionPath, condition: SegmentCondition) => ReactNode;
}

const JOINS = ['all', 'any', 'none'] as const;

/** A group of tests, each a sentence that can be changed where it stands; groups may hold groups. */
export const GroupEditor = ({ condition, path, unit, fields, onChange, onRemove, verdict }: GroupEditorProps) => {
  const t = useText(segmentText);
  const [draft, setDraft] = useState<FieldTest | null>(null);
  const group = groupOf(condition);
  const change = (next: Partial<Group>) => onChange(conditionOfGroup({ ...group, ...next }));
  const add = (part: SegmentCondition) => change({ parts: [...group.parts, part] });
  const start = (field: FieldDefinition) => {
    const test = firstTest(field);
    if (isComplete(test)) add(test);
    else setDraft(test);
  };
  const shared = { unit, fields, verdict };
  return (
    <fieldset aria-label={t('group')} className="flex min-w-0 flex-col gap-2 rounded-md border border-line bg-sunken p-2">
      <div className="flex flex-wrap items-center gap-2">
        <SegmentedControl
          label={t('join.label')}
          value={group.join}
          onChange={(join) => change({ join })}
          options={JOINS.map((value) => ({ value, label: t(`join.${value}`) }))}
        />
        <span className="ml-auto text-12 text-muted">{verdict(path, condition)}</span>
        {onRemove && <IconButton size="small" icon={X} label={t('removePart')} onClick={onRemove} />}
      </div>
      <ul className="flex flex-col gap-2">
        {group.parts.map((part, at) => {
          const place = pathOfPart(path, group.join, at);
          const replace = (next: SegmentCondition) => change({ parts: group.parts.with(at, next) });
          const remove = () => change({ parts: group.parts.toSpliced(at, 1) });
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
            <li key={at}>
              {isGroup(part) ? (
                <GroupEditor {...shared} condition={part} path={place} onChange={replace} onRemove={remove} />
              ) : (
                <TestRow {...shared} test={part as SegmentTest} path={place} onChange={replace} onRemove={remove} />
              )}
            </li>
          );
        })}
        {draft && (
          <li>
            <FieldRow
              test={draft}
              fields={fields}
              onChange={(test) => {
                setDraft(null);
                add(test);
              }}
              onRemove={() => setDraft(null)}
            />
          </li>
        )}
      </ul>
      <AddPart fields={fields} onField={start} onPart={add} />
    </fieldset>
  );
};

interface TestRowProps extends Omit<GroupEditorProps, 'condition' | 'onRemove'> {
  readonly test: SegmentTest;
  readonly onRemove: () => void;
}

const TestRow = ({ test, path, unit, fields, onChange, onRemove, verdict }: TestRowProps) => {
  const t = useText(segmentText);
  return (
    <div className="flex min-w-0 items-start gap-2 rounded-md border border-line bg-surface p-1.5">
      <div className="min-w-0 flex-1">
        {isBehaviour(test) ? (
          <BehaviourRow test={test} unit={unit} onChange={onChange} />
        ) : (
          <FieldRow test={test} fields={fields} onChange={onChange} onRemove={onRemove} />
        )}
      </div>
      <span className="mt-1.5 shrink-0 text-12 text-muted">{verdict(path, test)}</span>
      {isBehaviour(test) && <IconButton size="small" icon={X} label={t('removePart')} onClick={onRemove} />}
    </div>
  );
};

interface FieldRowProps {
  readonly test: FieldTest;
  readonly fields: readonly FieldDefinition[];
  readonly onChange: (test: FieldTest) => void;
  readonly onRemove: () => void;
}

const FieldRow = ({ test, fields, onChange, onRemove }: FieldRowProps) => {
  const speaker = { fields, reader: useReader(), t: useText(uiText) };
  return <TestChip test={test} speaker={speaker} onChange={onChange} onRemove={onRemove} />;
};

interface AddPartProps {
  readonly fields: readonly FieldDefinition[];
  readonly onField: (field: FieldDefinition) => void;
  readonly onPart: (part: SegmentCondition) => void;
}

const AddPart = ({ fields, onField, onPart }: AddPartProps) => {
  const t = useText(segmentText);
  const [choosing, setChoosing] = useState(false);
  const pick = (key: string) => {
    setChoosing(false);
    const field = fields.find((known) => known.key === key);
    if (field) onField(field);
  };
  return (
    <div className="flex flex-wrap gap-1">
      <Popover
        label={t('addField')}
        open={choosing}
        onOpenChange={setChoosing}
        className="w-72 p-1"
        trigger={
          <Button look="quiet" size="small" icon={Plus}>
            {t('addField')}
          </Button>
        }
      >
        <ChoiceList label={t('addField')} options={fields.map(({ key, label, group }) => ({ value: key, label, group }))} onPick={pick} />
      </Popover>
      <Button look="quiet" size="small" icon={Plus} onClick={() => onPart(NEW_TESTS.did as SegmentCondition)}>
        {t('addDid')}
      </Button>
      <Menu
        trigger={
          <Button look="quiet" size="small" icon={Plus}>
            {t('more')}
          </Button>
        }
        groups={[
          {
            items: (['sequence', 'moment', 'group'] as const).map((kind) => ({
              label: t({ sequence: 'addSequence', moment: 'addMoment', group: 'addGroup' }[kind] as 'addGroup'),
              onSelect: () => onPart(NEW_TESTS[kind] as SegmentCondition),
            })),
          },
        ]}
      />
    </div>
  );
};
