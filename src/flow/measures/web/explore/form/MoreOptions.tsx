import clsx from 'clsx';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { useState } from 'react';
import { useText } from '#web/i18n/i18n.ts';
import { Combobox } from '#web/ui/Combobox.tsx';
import { FormField } from '#web/ui/FormField.tsx';
import { Select } from '#web/ui/Select.tsx';
import type { Question } from '../../../question-contracts.ts';
import { exploreText } from '../text/text.ts';
import { FieldPicker } from './FieldPicker.tsx';
import { FunnelOptions } from './FunnelOptions.tsx';
import { NumberBox } from './NumberBox.tsx';
import type { OptionsProps } from './options-props.ts';
import { PathOptions } from './PathOptions.tsx';
import { RetentionOptions } from './RetentionOptions.tsx';
import { StickinessOptions } from './StickinessOptions.tsx';
import { TrendOptions } from './TrendOptions.tsx';
import { LifecycleOptions, SessionOptions } from './VisitOptions.tsx';

const KEPT = 'perennial.explore.options';

/** Everything else that can be said of a question; folded until it is wanted, and then as it was left. */
export const MoreOptions = (props: OptionsProps<Question>) => {
  const t = useText(exploreText);
  const [open, setOpen] = useState(() => localStorage.getItem(KEPT) === 'open');
  const toggle = () => {
    localStorage.setItem(KEPT, open ? '' : 'open');
    setOpen(!open);
  };
  return (
    <section className="border-t border-line pt-2">
      <button
        type="button"
        aria-expanded={open}
        onClick={toggle}
        className="flex h-8 w-full items-center gap-1 rounded-md text-13 font-medium text-muted hover:text-text"
      >
        <ChevronRight size={14} aria-hidden className={clsx('transition-transform', open && 'rotate-90')} />
        {t('options')}
      </button>
      {open && (
        <div className="flex flex-col gap-3 pt-1 pb-4">
          <KindOptions {...props} />
          <SharedOptions {...props} />
        </div>
      )}
    </section>
  );
};

const KindOptions = ({ draft, ...rest }: OptionsProps<Question>) => {
  switch (draft.kind) {
    case 'trend':
      return <TrendOptions draft={draft} {...rest} />;
    case 'funnel':
      return <FunnelOptions draft={draft} {...rest} />;
    case 'retention':
      return <RetentionOptions draft={draft} {...rest} />;
    case 'stickiness':
      return <StickinessOptions draft={draft} {...rest} />;
    case 'lifecycle':
      return <LifecycleOptions draft={draft} {...rest} />;
    case 'paths':
      return <PathOptions draft={draft} {...rest} />;
    case 'sessions':
      return <SessionOptions draft={draft} {...rest} />;
    case 'adoption':
      return null;
  }
};

const UNITS = ['person', 'account', 'session', 'alias', 'field'] as const;
const WORKSPACE = 'workspace';

const SharedOptions = ({ draft, fields, onChange }: OptionsProps<Question>) => {
  const t = useText(exploreText);
  const unit = typeof draft.unit === 'object' ? 'field' : draft.unit;
  const zones = [
    { value: WORKSPACE, label: t('workspaceZone') },
    ...Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
  ];
  return (
    <>
      <FormField label={t('unit.label')}>
        <Select
          value={unit}
          onChange={(next) => onChange({ ...draft, unit: next === 'field' ? { field: fields[0]?.key ?? 'event.channel' } : next })}
          options={UNITS.map((value) => ({ value, label: t(`unit.${value}`) }))}
        />
      </FormField>
      {typeof draft.unit === 'object' && (
        <FieldPicker
          label={t('unit.field')}
          value={draft.unit.field}
          fields={fields}
          onPick={(field) => field && onChange({ ...draft, unit: { field } })}
        />
      )}
      {draft.breakdown && (
        <FormField label={t('top')} hint={t('topHint')}>
          <NumberBox
            value={draft.breakdown.top}
            least={1}
            most={100}
            onChange={(top) => top && draft.breakdown && onChange({ ...draft, breakdown: { ...draft.breakdown, top } })}
          />
        </FormField>
      )}
      <FormField label={t('timeZone')}>
        <Combobox
          value={draft.timeZone ?? WORKSPACE}
          options={zones}
          onChange={(zone) => onChange({ ...draft, timeZone: zone === null || zone === WORKSPACE ? null : zone })}
        />
      </FormField>
    </>
  );
};
