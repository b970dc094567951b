import Brackets from 'lucide-react/icons/brackets';
import ListFilter from 'lucide-react/icons/list-filter';
import { useState } from 'react';
import { type Condition, EVERYTHING, type FieldTest } from '#kernel/condition.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { uiText } from '#web/i18n/ui/text.ts';
import { Button } from '../Button.tsx';
import { ChoiceList } from '../ChoiceList.tsx';
import { Popover } from '../Popover.tsx';
import { clauseOf, conditionOf, type FieldDefinition, firstTest, isComplete, isTest } from './fields.ts';
import { GroupDialog } from './GroupDialog.tsx';
import { RemoveButton } from './RemoveButton.tsx';
import { TestChip } from './TestChip.tsx';
import { sayCondition } from './words.ts';

export interface FilterBarProps {
  readonly fields: readonly FieldDefinition[];
  readonly value: Condition;
  readonly onChange: (value: Condition) => void;
}

/** A filter in words: each part names a field, a comparison and a value, and each can be changed where it stands. */
export const FilterBar = ({ fields, value, onChange }: FilterBarProps) => {
  const t = useText(uiText);
  const speaker = { fields, reader: useReader(), t };
  // A part that is being added lives here until it has a value: half a filter must not empty the list.
  const [draft, setDraft] = useState<FieldTest | null>(null);
  // The place of the group that is being changed; that behind the last part is of a new one.
  const [edited, setEdited] = useState<number | null>(null);
  const { join, parts } = clauseOf(value);
  const change = (next: readonly Condition[]) => onChange(conditionOf({ join, parts: next }));
  const replace = (at: number, next: Condition) => change(parts.map((part, index) => (index === at ? next : part)));
  const remove = (at: number) => change(parts.filter((_, index) => index !== at));
  const commit = (test: FieldTest) => {
    setDraft(null);
    change([...parts, test]);
  };
  const start = (field: FieldDefinition) => {
    const test = firstTest(field);
    if (isComplete(test)) commit(test);
    else setDraft(test);
  };
  return (
    <fieldset className="flex min-w-0 flex-wrap items-center gap-1.5" aria-label={t('filter.label')}>
      {(draft ? [...parts, draft] : parts).map((part, at) =>
        isTest(part) ? (
          <TestChip
            // A draft that becomes a part keeps its place, so its popover stays open while several values are picked.
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
            key={at}
            test={part}
            speaker={speaker}
            onChange={(next) => (part === draft ? commit(next) : replace(at, next))}
            onRemove={() => (part === draft ? setDraft(null) : remove(at))}
          />
        ) : (
          <GroupChip
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
            key={at}
            words={sayCondition(part, speaker)}
            onOpen={() => setEdited(at)}
            onRemove={() => remove(at)}
          />
        ),
      )}
      <AddFilter fields={fields} onPick={start} onGroup={() => setEdited(parts.length)} />
      {parts.length > 1 && (
        <Button look="quiet" size="small" onClick={() => onChange(conditionOf({ join: join === 'all' ? 'any' : 'all', parts }))}>
          {t(join === 'all' ? 'filter.matchAll' : 'filter.matchAny')}
        </Button>
      )}
      {parts.length > 0 && (
        <Button look="quiet" size="small" onClick={() => onChange(EVERYTHING)}>
          {t('filter.clear')}
        </Button>
      )}
      {edited !== null && (
        <GroupDialog
          fields={fields}
          value={parts[edited] ?? NEW_GROUP}
          onClose={() => setEdited(null)}
          onApply={(group) => (group === null ? remove(edited) : change(parts.toSpliced(edited, 1, group)))}
        />
      )}
    </fieldset>
  );
};

interface GroupChipProps {
  readonly words: string;
  readonly onOpen: () => void;
  readonly onRemove: () => void;
}

const GroupChip = ({ words, onOpen, onRemove }: GroupChipProps) => {
  const t = useText(uiText);
  return (
    <span className="inline-flex min-h-7 max-w-full items-stretch overflow-hidden rounded-md border border-line-strong bg-surface text-12">
      <button type="button" className="px-2 py-1 text-left hover:bg-hover" onClick={onOpen}>
        {words}
      </button>
      <RemoveButton label={t('filter.remove')} onClick={onRemove} />
    </span>
  );
};

const NEW_GROUP: Condition = { any: [] };

interface AddFilterProps {
  readonly fields: readonly FieldDefinition[];
  readonly onPick: (field: FieldDefinition) => void;
  readonly onGroup: () => void;
}

const AddFilter = ({ fields, onPick, onGroup }: AddFilterProps) => {
  const t = useText(uiText);
  const [open, setOpen] = useState(false);
  const pick = (key: string) => {
    const field = fields.find((known) => known.key === key);
    setOpen(false);
    if (field) onPick(field);
  };
  return (
    <Popover
      label={t('filter.add')}
      open={open}
      onOpenChange={setOpen}
      className={fields.some(({ detail }) => detail) ? 'w-80 p-1' : 'w-60 p-1'}
      trigger={
        <Button look="quiet" size="small" icon={ListFilter}>
          {t('filter.add')}
        </Button>
      }
    >
      <ChoiceList
        label={t('filter.field')}
        options={fields.map(({ key, label, group, detail }) => ({ value: key, label, group, detail }))}
        onPick={pick}
      />
      <div className="mt-1 border-t border-line pt-1">
        <Button
          look="quiet"
          size="small"
          icon={Brackets}
          onClick={() => {
            setOpen(false);
            onGroup();
          }}
        >
          {t('filter.addGroup')}
        </Button>
      </div>
    </Popover>
  );
};
