import Plus from 'lucide-react/icons/plus';
import X from 'lucide-react/icons/x';
import { useText } from '#web/i18n/i18n.ts';
import { Button } from '#web/ui/Button.tsx';
import { IconButton } from '#web/ui/IconButton.tsx';
import { Select } from '#web/ui/Select.tsx';
import type { Behaviour, DidTest, MomentTest, SegmentUnit, SequenceTest } from '../../../condition-contracts.ts';
import { segmentText } from '../text/text.ts';
import { DoingPicker } from './DoingPicker.tsx';
import { NEW_TESTS } from './draft.ts';
import { SmallNumber } from './SmallNumber.tsx';
import { WindowPicker } from './WindowPicker.tsx';

export interface BehaviourRowProps<Test extends Behaviour = Behaviour> {
  readonly test: Test;
  readonly unit: SegmentUnit;
  readonly onChange: (test: Test) => void;
}

const ROW = 'flex min-w-0 flex-wrap items-center gap-1 text-13';
const DAY = 86_400;

/** A test of what somebody did, as a sentence whose words can be changed. */
export const BehaviourRow = ({ test, unit, onChange }: BehaviourRowProps) => {
  if ('did' in test) return <DidRow test={test} unit={unit} onChange={onChange} />;
  return 'sequence' in test ? (
    <SequenceRow test={test} unit={unit} onChange={onChange} />
  ) : (
    <MomentRow test={test} unit={unit} onChange={onChange} />
  );
};

const DidRow = ({ test, unit, onChange }: BehaviourRowProps<DidTest>) => {
  const t = useText(segmentText);
  const isNot = test.op === 'lte' && test.count === 0;
  return (
    <div className={ROW}>
      <Select
        look="quiet"
        label={t('verb.label')}
        value={isNot ? 'didNot' : 'did'}
        onChange={(verb) => onChange({ ...test, of: 'times', ...(verb === 'did' ? { op: 'gte', count: 1 } : { op: 'lte', count: 0 }) })}
        options={(['did', 'didNot'] as const).map((value) => ({ value, label: t(`verb.${value}`) }))}
      />
      <DoingPicker value={test.did} onChange={(did) => onChange({ ...test, did })} />
      {!isNot && (
        <>
          <Select
            look="quiet"
            label={t('op.label')}
            value={test.op}
            onChange={(op) => onChange({ ...test, op, count: Math.max(1, test.count) })}
            options={(['gte', 'lte', 'is'] as const).map((value) => ({ value, label: t(`op.${value}`) }))}
          />
          <SmallNumber
            label={t('count')}
            least={1}
            most={1_000_000}
            value={test.count}
            onChange={(count) => onChange({ ...test, count })}
          />
          <Select
            look="quiet"
            label={t('of.label')}
            value={test.of}
            onChange={(of) => onChange({ ...test, of })}
            options={(unit === 'account' ? (['times', 'days', 'people'] as const) : (['times', 'days'] as const)).map((value) => ({
              value,
              label: t(`of.${value}`),
            }))}
          />
        </>
      )}
      <WindowPicker value={test.within} onChange={(within) => onChange({ ...test, within })} />
    </div>
  );
};

const SequenceRow = ({ test, onChange }: BehaviourRowProps<SequenceTest>) => {
  const t = useText(segmentText);
  const { sequence } = test;
  return (
    <div className="flex min-w-0 flex-col gap-1 text-13">
      <span className="px-2 text-muted">{t('inOrder')}</span>
      <ol className="flex flex-col gap-1">
        {sequence.map((doing, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps have no identity but their place
          <li key={at} className={ROW}>
            <span className="w-16 shrink-0 px-2 text-muted">{t(at === 0 ? 'first' : 'next')}</span>
            <DoingPicker
              label={t('step', { count: at + 1 })}
              value={doing}
              onChange={(next) => onChange({ ...test, sequence: sequence.with(at, next) })}
            />
            {sequence.length > 2 && (
              <IconButton
                size="small"
                icon={X}
                label={t('removeStep', { count: at + 1 })}
                onClick={() => onChange({ ...test, sequence: sequence.toSpliced(at, 1) })}
              />
            )}
          </li>
        ))}
      </ol>
      <div className={ROW}>
        {sequence.length < 10 && (
          <Button
            look="quiet"
            size="small"
            icon={Plus}
            onClick={() => onChange({ ...test, sequence: [...sequence, NEW_TESTS.did.did] as SequenceTest['sequence'] })}
          >
            {t('addStep')}
          </Button>
        )}
        <span className="px-1 text-muted">{t('withinDays')}</span>
        <SmallNumber
          label={t('withinDays')}
          least={1}
          most={400}
          value={Math.max(1, Math.round(test.withinSeconds / DAY))}
          onChange={(days) => onChange({ ...test, withinSeconds: days * DAY })}
        />
        <WindowPicker value={test.within} onChange={(within) => onChange({ ...test, within })} />
      </div>
    </div>
  );
};

const MomentRow = ({ test, onChange }: BehaviourRowProps<MomentTest>) => {
  const t = useText(segmentText);
  return (
    <div className={ROW}>
      <span className="px-2">{t('verb.did')}</span>
      <DoingPicker value={test.of} onChange={(of) => onChange({ ...test, of })} />
      <Select
        look="quiet"
        label={t('moment.label')}
        value={test.moment}
        onChange={(moment) => onChange({ ...test, moment })}
        options={(['first', 'last'] as const).map((value) => ({ value, label: t(`moment.${value}`) }))}
      />
      <Select
        look="quiet"
        label={t('place.label')}
        value={test.op}
        onChange={(op) => onChange({ ...test, op })}
        options={(['in', 'before'] as const).map((value) => ({ value, label: t(`place.${value}`) }))}
      />
      <WindowPicker value={test.within} onChange={(within) => onChange({ ...test, within })} />
    </div>
  );
};
