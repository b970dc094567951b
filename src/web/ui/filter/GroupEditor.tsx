import Plus from 'lucide-react/icons/plus';
import X from 'lucide-react/icons/x';
import { type ReactNode, useState } from 'react';
import type { FieldTest } from '#kernel/condition.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { uiText } from '#web/i18n/ui/text.ts';
import { Button } from '../Button.tsx';
import { ChoiceList } from '../ChoiceList.tsx';
import { IconButton } from '../IconButton.tsx';
import { Popover } from '../Popover.tsx';
import { SegmentedControl } from '../SegmentedControl.tsx';
import { type FieldDefinition, firstTest, isComplete } from './fields.ts';
import { conditionOfGroup, type Group, groupOf, isGroup, type Path, pathOfPart, type Tree } from './groups.ts';
import { TestChip } from './TestChip.tsx';

export interface GroupEditorProps<Other extends object = never> {
  readonly condition: Tree<Other>;
  readonly path: Path;
  readonly fields: readonly FieldDefinition[];
  readonly onChange: (condition: Tree<Other>) => void;
  readonly onRemove?: () => void;
  /** What is said at the end of a part: how many meet it, or why somebody does. */
  readonly verdict?: (path: Path, condition: Tree<Other>) => ReactNode;
  /** A test of another kind than of a field. */
  readonly row?: (test: Other, onChange: (test: Other) => void) => ReactNode;
  /** What can be added beside tests of fields; without it, groups. */
  readonly adders?: (add: (part: Tree<Other>) => void) => ReactNode;
}

const JOINS = ['all', 'any', 'none'] as const;

/** A group of tests, each a sentence that can be changed where it stands; groups may hold groups. */
export const GroupEditor = <Other extends object = never>(props: GroupEditorProps<Other>) => {
  const { condition, path, fields, adders, onChange, onRemove, verdict } = props;
  const t = useText(uiText);
  // A test that is being added lives here until it has a value.
  const [draft, setDraft] = useState<FieldTest | null>(null);
  const group = groupOf(condition);
  const parts = draft ? [...group.parts, draft] : group.parts;
  const change = (next: Partial<Group<Other>>) => onChange(conditionOfGroup({ ...group, ...next }));
  const add = (part: Tree<Other>) => {
    setDraft(null);
    change({ parts: [...group.parts, part] });
  };
  const start = (field: FieldDefinition) => {
    const test = firstTest(field);
    if (isComplete(test)) add(test);
    else setDraft(test);
  };
  return (
    <fieldset aria-label={t('filter.group')} className="flex min-w-0 flex-col gap-2 rounded-md border border-line bg-sunken p-2">
      <div className="flex flex-wrap items-center gap-2">
        <SegmentedControl
          label={t('filter.join.label')}
          value={group.join}
          onChange={(join) => change({ join })}
          options={JOINS.map((value) => ({ value, label: t(`filter.join.${value}`) }))}
        />
        <span className="ml-auto text-12 text-muted">{verdict?.(path, condition)}</span>
        {onRemove && <IconButton size="small" icon={X} label={t('filter.removeGroup')} onClick={onRemove} />}
      </div>
      <ul className="flex flex-col gap-2">
        {parts.map((part, at) => {
          const isDraft = at === group.parts.length;
          const place = {
            ...{ ...props, condition: part, path: pathOfPart(path, group.join, at) },
            onChange: (next: Tree<Other>) => (isDraft ? add(next) : change({ parts: group.parts.with(at, next) })),
            onRemove: () => (isDraft ? setDraft(null) : change({ parts: group.parts.toSpliced(at, 1) })),
          };
          return (
            // A draft that becomes a part keeps its place, so its popover stays open while several values are picked.
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
            <li key={at}>{isGroup(part) ? <GroupEditor {...place} /> : <TestRow {...place} />}</li>
          );
        })}
      </ul>
      <AddPart fields={fields} adders={adders} onField={start} onAdd={add} />
    </fieldset>
  );
};

const TestRow = <Other extends object>(props: GroupEditorProps<Other> & { readonly onRemove: () => void }) => {
  const { condition, path, fields, onChange, onRemove, verdict, row } = props;
  const t = useText(uiText);
  const isField = 'field' in condition;
  return (
    <div className="flex min-w-0 items-start gap-2 rounded-md border border-line bg-surface p-1.5">
      <div className="min-w-0 flex-1">
        {isField ? (
          <FieldRow test={condition as FieldTest} fields={fields} onChange={onChange} onRemove={onRemove} />
        ) : (
          row?.(condition as Other, onChange)
        )}
      </div>
      {verdict && <span className="mt-1.5 shrink-0 text-12 text-muted">{verdict(path, condition)}</span>}
      {!isField && <IconButton size="small" icon={X} label={t('filter.remove')} onClick={onRemove} />}
    </div>
  );
};

interface FieldRowProps {
  readonly test: FieldTest;
  readonly fields: readonly FieldDefinition[];
  readonly onChange: (test: FieldTest) => void;
  readonly onRemove: () => void;
}

const FieldRow = ({ fields, ...props }: FieldRowProps) => {
  const speaker = { fields, reader: useReader(), t: useText(uiText) };
  return <TestChip {...props} speaker={speaker} />;
};

interface AddPartProps<Other extends object> {
  readonly fields: readonly FieldDefinition[];
  readonly adders: GroupEditorProps<Other>['adders'];
  readonly onField: (field: FieldDefinition) => void;
  readonly onAdd: (part: Tree<Other>) => void;
}

const AddPart = <Other extends object>({ fields, adders, onField, onAdd }: AddPartProps<Other>) => {
  const t = useText(uiText);
  const [choosing, setChoosing] = useState(false);
  const pick = (key: string) => {
    setChoosing(false);
    const field = fields.find((known) => known.key === key);
    if (field) onField(field);
  };
  return (
    <div className="flex flex-wrap gap-1">
      <Popover
        label={t('filter.addField')}
        open={choosing}
        onOpenChange={setChoosing}
        className="w-72 p-1"
        trigger={
          <Button look="quiet" size="small" icon={Plus}>
            {t('filter.addField')}
          </Button>
        }
      >
        <ChoiceList
          label={t('filter.field')}
          options={fields.map(({ key, label, group, detail }) => ({ value: key, label, group, detail }))}
          onPick={pick}
        />
      </Popover>
      {adders ? (
        adders(onAdd)
      ) : (
        <Button look="quiet" size="small" icon={Plus} onClick={() => onAdd({ any: [] })}>
          {t('filter.addGroup')}
        </Button>
      )}
    </div>
  );
};
