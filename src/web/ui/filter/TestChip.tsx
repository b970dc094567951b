import { type FormEvent, useId, useState } from 'react';
import type { FieldTest, Operator } from '#kernel/condition.ts';
import { Button } from '../Button.tsx';
import { ChoiceList } from '../ChoiceList.tsx';
import { Menu } from '../Menu.tsx';
import { Popover } from '../Popover.tsx';
import { TextField } from '../TextField.tsx';
import { type FieldDefinition, isComplete, isMembership, needsNoValue, operatorsOf } from './fields.ts';
import { MemberChip } from './MemberChip.tsx';
import { RemoveButton } from './RemoveButton.tsx';
import { fieldLabel, type Speaker, sayValue, storedFrom, typedFrom } from './words.ts';

export interface TestChipProps {
  readonly test: FieldTest;
  readonly speaker: Speaker;
  /** Called with complete tests only. */
  readonly onChange: (test: FieldTest) => void;
  readonly onRemove: () => void;
}

const SEGMENT = 'h-full px-2 hover:bg-hover data-popup-open:bg-hover';

/** One part of a filter: field, comparison, value, and a way to take it out. */
export const TestChip = (props: TestChipProps) => (isMembership(props.test.field) ? <MemberChip {...props} /> : <ValueChip {...props} />);

const ValueChip = ({ test: given, speaker, onChange, onRemove }: TestChipProps) => {
  const { t, fields } = speaker;
  const [unfinished, setUnfinished] = useState<FieldTest | null>(isComplete(given) ? null : given);
  const [open, setOpen] = useState(!isComplete(given));
  const test = unfinished ?? given;
  const field = fields.find((known) => known.key === test.field) ?? { key: test.field, label: test.field, type: 'text' };
  const change = (next: FieldTest) => {
    if (isComplete(next)) {
      setUnfinished(null);
      return onChange(next);
    }
    setUnfinished(next);
    setOpen(true);
  };
  const close = () => {
    setOpen(false);
    if (!isComplete(given)) onRemove();
    else setUnfinished(null);
  };
  return (
    <span className="inline-flex h-7 max-w-full items-center overflow-hidden rounded-md border border-line-strong bg-surface text-12 whitespace-nowrap">
      <span className="pr-1 pl-2 font-medium">{fieldLabel(test.field, speaker)}</span>
      <Menu
        trigger={
          <button
            type="button"
            className={`${SEGMENT} px-1 text-muted`}
            aria-label={`${t('filter.comparison', { field: field.label })}: ${t(`operator.${test.op}`)}`}
          >
            {t(`operator.${test.op}`)}
          </button>
        }
        groups={[
          {
            items: operatorsOf(field.type).map((op) => ({
              label: t(`operator.${op}`),
              chosen: op === test.op,
              onSelect: () => change(withOperator(test, op)),
            })),
          },
        ]}
      />
      {!needsNoValue(test.op) && (
        <Popover
          label={t('filter.value', { field: field.label })}
          open={open}
          onOpenChange={(next) => (next ? setOpen(true) : close())}
          className="w-60 p-1"
          trigger={
            <button type="button" className={`${SEGMENT} max-w-60 truncate px-1 font-medium text-accent`}>
              {sayValue(test, speaker) || t('filter.choose')}
            </button>
          }
        >
          <ValueEditor test={test} field={field} speaker={speaker} onChange={change} onDone={() => setOpen(false)} />
        </Popover>
      )}
      <RemoveButton label={t('filter.remove')} onClick={onRemove} />
    </span>
  );
};

interface ValueEditorProps {
  readonly test: FieldTest;
  readonly field: FieldDefinition;
  readonly speaker: Speaker;
  readonly onChange: (test: FieldTest) => void;
  readonly onDone: () => void;
}

const ValueEditor = ({ test, field, speaker, onChange, onDone }: ValueEditorProps) => {
  const { t } = speaker;
  const [text, setText] = useState(() => typedFrom(test.value, field));
  const listId = useId();
  const many = test.op === 'in' || test.op === 'not_in';
  const chosen = Array.isArray(test.value) ? test.value.map(String) : [String(test.value ?? '')];
  if (field.options || field.type === 'boolean') {
    const options = field.options ?? [
      { value: 'true', label: t('yes') },
      { value: 'false', label: t('no') },
    ];
    const pick = (value: string) => {
      if (many)
        return onChange({
          ...test,
          value: chosen.includes(value) ? chosen.filter((one) => one !== value && one !== '') : [...chosen.filter(Boolean), value],
        });
      onChange({ ...test, value: field.type === 'boolean' ? value === 'true' : value });
      onDone();
    };
    return <ChoiceList label={field.label} options={options} chosen={chosen} onPick={pick} />;
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const typed = many ? text.split(',').map((part) => storedFrom(part.trim(), field, test.op)) : storedFrom(text, field, test.op);
    onChange({ ...test, value: typed });
    onDone();
  };
  const kind = field.type === 'text' ? 'text' : field.type === 'date' && !test.op.endsWith('_days') ? 'date' : 'number';
  return (
    <form onSubmit={submit} className="flex gap-1 p-1">
      <TextField
        aria-label={t('filter.value', { field: field.label })}
        type={kind}
        step="any"
        value={text}
        onChange={setText}
        list={field.suggestions ? listId : undefined}
        autoFocus
      />
      {field.suggestions && (
        <datalist id={listId}>
          {field.suggestions.map((value) => (
            <option key={value} value={value} />
          ))}
        </datalist>
      )}
      <Button type="submit" look="primary">
        {t('apply')}
      </Button>
    </form>
  );
};

// A list and a single value do not mean the same: crossing from one to the other empties the value.
const withOperator = (test: FieldTest, op: Operator): FieldTest => {
  if (needsNoValue(op)) return { field: test.field, op };
  const list = op === 'in' || op === 'not_in';
  const days = op.endsWith('_days');
  const sameKind = list === Array.isArray(test.value) && days === test.op.endsWith('_days');
  return { field: test.field, op, value: sameKind && test.value !== undefined ? test.value : list ? [] : days ? 30 : '' };
};
