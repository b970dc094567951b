import Check from 'lucide-react/icons/check';
import Minus from 'lucide-react/icons/minus';
import { useEffect, useMemo, useState } from 'react';
import { formatAgo, formatNumber } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { useQueryOf } from '#web/queries.ts';
import { GroupEditor } from '#web/ui/filter/GroupEditor.tsx';
import { useNow } from '#web/ui/use-now.ts';
import {
  type Behaviour,
  type ConditionPath,
  isBehaviour,
  type SegmentCondition,
  type SegmentTest,
  type SegmentUnit,
} from '../../../condition-contracts.ts';
import { explainSegment, previewSegment, type TestValue } from '../../../segment-contracts.ts';
import { segmentText } from '../text/text.ts';
import { AddBehaviour } from './AddBehaviour.tsx';
import { BehaviourRow } from './BehaviourRow.tsx';
import { keyOfPath } from './draft.ts';
import { LiveSize } from './LiveSize.tsx';
import { useSegmentFields } from './use-segment-fields.ts';

const PAUSE_MS = 250;

export interface SegmentEditorProps {
  readonly unit: SegmentUnit;
  readonly condition: SegmentCondition;
  readonly onChange: (condition: SegmentCondition) => void;
}

/** The condition of a segment with how many meet each part while it is written; or, for one unit, why it is in or not. */
export const SegmentEditor = ({ unit, condition, onChange }: SegmentEditorProps) => {
  const t = useText(segmentText);
  const reader = useReader();
  const now = useNow();
  const fields = useSegmentFields(unit);
  const [explained, setExplained] = useState<string | null>(null);
  const settled = useSettled(condition);
  const preview = useQueryOf(previewSegment, { body: { unit, condition: settled } }, { freshFor: 10_000 });
  const why = useQueryOf(explainSegment, { body: { unit, condition: settled, id: explained ?? '' } }, { enabled: explained !== null });
  const reasons = explained === null ? undefined : why.data;
  const counts = useMemo(() => new Map(preview.data?.parts.map(({ path, count }) => [keyOfPath(path), count])), [preview.data]);
  const partsOfUnit = useMemo(() => new Map(reasons?.parts.map((part) => [keyOfPath(part.path), part])), [reasons]);
  const verdict = (path: ConditionPath, node: SegmentCondition) => {
    const part = partsOfUnit.get(keyOfPath(path));
    const count = counts.get(keyOfPath(path));
    if (reasons) return part && <Verdict met={part.met} value={part.value && sayValue(part.value, node)} />;
    return count === undefined ? null : t('meet', { n: formatNumber(reader, count) });
  };
  const sayValue = (value: TestValue, node: SegmentCondition): string => {
    if ('text' in value) return value.text ?? t('valueMissing');
    if (value.last === null) return t('valueNever');
    const isSequence = isBehaviour(node as SegmentTest) && 'sequence' in node;
    const count = isSequence
      ? t('valueSteps', { count: value.count, steps: node.sequence.length })
      : t('valueTimes', { count: value.count });
    return `${count}, ${t('valueLast', { when: formatAgo(reader, value.last, now) })}`;
  };
  return (
    <div className="grid min-w-0 items-start gap-6 tablet:grid-cols-[minmax(0,1fr)_280px]">
      <GroupEditor<Behaviour>
        condition={condition}
        path={[]}
        fields={fields}
        onChange={onChange}
        verdict={verdict}
        row={(test, change) => <BehaviourRow test={test} unit={unit} onChange={change} />}
        adders={(add) => <AddBehaviour onAdd={add} />}
      />
      <LiveSize unit={unit} preview={preview} why={explained === null ? null : why} onExplain={setExplained} />
    </div>
  );
};

const Verdict = ({ met, value }: { readonly met: boolean; readonly value: string | null }) => {
  const t = useText(segmentText);
  const Sign = met ? Check : Minus;
  return (
    <span className={`inline-flex items-center gap-1 ${met ? 'text-good' : 'text-muted'}`}>
      <Sign size={14} aria-hidden />
      <span>{met ? t('met') : t('unmet')}</span>
      {value !== null && <span className="text-muted">· {value}</span>}
    </span>
  );
};

/** The value once it has not changed for a moment. */
const useSettled = <Value,>(value: Value): Value => {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
};
