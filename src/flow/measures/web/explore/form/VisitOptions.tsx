import { useText } from '#web/i18n/i18n.ts';
import { FormField } from '#web/ui/FormField.tsx';
import type { LifecycleQuestion, SessionsQuestion } from '../../../question-contracts.ts';
import { exploreText } from '../text/text.ts';
import { FieldPicker } from './FieldPicker.tsx';
import { GapBox } from './GapBox.tsx';
import type { OptionsProps } from './options-props.ts';

/** What else visits can be told: when one ends, and what their time is divided by. */
export const SessionOptions = ({ draft, fields, onChange }: OptionsProps<SessionsQuestion>) => {
  const t = useText(exploreText);
  return (
    <>
      <FormField label={t('sessions.module')}>
        <FieldPicker
          label={t('sessions.module')}
          nothing={t('sessions.noModule')}
          value={draft.module}
          fields={fields.filter(({ key }) => key.startsWith('event.'))}
          onPick={(module) => onChange({ ...draft, module })}
        />
      </FormField>
      <GapBox draft={draft} onChange={onChange} />
    </>
  );
};

/** Since when somebody counts as new. */
export const LifecycleOptions = ({ draft, fields, onChange }: OptionsProps<LifecycleQuestion>) => {
  const t = useText(exploreText);
  return (
    <FormField label={t('lifecycle.newBy')}>
      <FieldPicker
        label={t('lifecycle.newBy')}
        nothing={t('lifecycle.first_fact')}
        value={draft.newBy === 'first_fact' ? null : draft.newBy.field}
        fields={fields}
        onPick={(field) => onChange({ ...draft, newBy: field === null ? 'first_fact' : { field } })}
      />
    </FormField>
  );
};
