import Plus from 'lucide-react/icons/plus';
import { useText } from '#web/i18n/i18n.ts';
import { Button } from '#web/ui/Button.tsx';
import { FormField } from '#web/ui/FormField.tsx';
import type { Attribution, FunnelQuestion } from '../../../question-contracts.ts';
import { ANYTHING } from '../draft.ts';
import { exploreText } from '../text/text.ts';
import { Choice } from './Choice.tsx';
import { ExclusionRow } from './ExclusionRow.tsx';
import { FieldPicker } from './FieldPicker.tsx';
import type { OptionsProps } from './options-props.ts';
import { WindowBox } from './WindowBox.tsx';

const LONGEST = 400 * 86_400;
const PLAIN_ATTRIBUTIONS = ['first', 'last', 'any', 'first_touch', 'last_touch'] as const;

/** What else a funnel can be told: order, times, exclusions, what stays the same, whose value divides it. */
export const FunnelOptions = ({ draft, fields, onChange }: OptionsProps<FunnelQuestion>) => {
  const t = useText(exploreText);
  return (
    <>
      <Choice
        label={t('funnel.order')}
        value={draft.order}
        onChange={(order) => onChange({ ...draft, order })}
        options={(['sequential', 'strict', 'any'] as const).map((value) => ({ value, label: t(`funnel.${value}`) }))}
      />
      <FormField label={t('funnel.window')}>
        <WindowBox
          label={t('funnel.window')}
          value={draft.windowSeconds}
          most={LONGEST}
          onChange={(seconds) => seconds && onChange({ ...draft, windowSeconds: seconds })}
        />
      </FormField>
      <FormField label={t('funnel.stepWindow')}>
        <WindowBox
          label={t('funnel.stepWindow')}
          value={draft.stepWindowSeconds}
          most={LONGEST}
          mayBeEmpty
          placeholder="–"
          onChange={(stepWindowSeconds) => onChange({ ...draft, stepWindowSeconds })}
        />
      </FormField>
      <Choice
        label={t('funnel.observe')}
        value={draft.observe}
        onChange={(observe) => onChange({ ...draft, observe })}
        options={(['window', 'range'] as const).map((value) => ({ value, label: t(`funnel.observe_${value}`) }))}
      />
      <Exclusions draft={draft} onChange={onChange} />
      <FormField label={t('funnel.holdConstant')}>
        <FieldPicker
          label={t('funnel.holdConstant')}
          nothing={t('funnel.holdNothing')}
          value={draft.holdConstant}
          fields={fields}
          onPick={(holdConstant) => onChange({ ...draft, holdConstant })}
        />
      </FormField>
      {draft.breakdown && <AttributionChoice draft={draft} onChange={onChange} />}
    </>
  );
};

type Part = Pick<OptionsProps<FunnelQuestion>, 'draft' | 'onChange'>;

const Exclusions = ({ draft, onChange }: Part) => {
  const t = useText(exploreText);
  const { exclusions, steps } = draft;
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1 text-13 font-medium">{t('funnel.exclusions')}</legend>
      {exclusions.map((exclusion, at) => (
        <ExclusionRow
          // biome-ignore lint/suspicious/noArrayIndexKey: an exclusion is its place
          key={at}
          exclusion={exclusion}
          steps={steps.length}
          onChange={(next) => onChange({ ...draft, exclusions: exclusions.map((one, index) => (index === at ? next : one)) })}
          onRemove={() => onChange({ ...draft, exclusions: exclusions.filter((_, index) => index !== at) })}
        />
      ))}
      {exclusions.length < 10 && steps.length > 1 && (
        <Button
          look="quiet"
          size="small"
          icon={Plus}
          className="self-start"
          onClick={() => onChange({ ...draft, exclusions: [...exclusions, { ...ANYTHING, from: 0, to: steps.length - 1 }] })}
        >
          {t('funnel.addExclusion')}
        </Button>
      )}
      {exclusions.length > 0 && (
        <Choice
          label={t('funnel.spoilt')}
          value={draft.spoilt}
          onChange={(spoilt) => onChange({ ...draft, spoilt })}
          options={(['ends', 'removes'] as const).map((value) => ({ value, label: t(`funnel.spoilt_${value}`) }))}
        />
      )}
    </fieldset>
  );
};

const AttributionChoice = ({ draft, onChange }: Part) => {
  const t = useText(exploreText);
  const options = [
    ...PLAIN_ATTRIBUTIONS.map((value) => ({ value: value as string, label: t(value === 'any' ? 'funnel.anyValue' : `funnel.${value}`) })),
    ...draft.steps.flatMap((_, at) => [
      { value: `step ${at}`, label: t('funnel.ofStep', { n: at + 1 }) },
      { value: `eachStep ${at}`, label: t('funnel.eachStep', { n: at + 1 }) },
    ]),
  ];
  return (
    <Choice
      label={t('funnel.attribution')}
      value={attributionText(draft.attribution)}
      options={options}
      onChange={(text) => onChange({ ...draft, attribution: attributionFrom(text) })}
    />
  );
};

const attributionText = (attribution: Attribution): string =>
  typeof attribution === 'string' ? attribution : 'step' in attribution ? `step ${attribution.step}` : `eachStep ${attribution.eachStep}`;

const attributionFrom = (text: string): Attribution => {
  const plain = PLAIN_ATTRIBUTIONS.find((one) => one === text);
  if (plain) return plain;
  const [kind, at] = text.split(' ');
  return kind === 'step' ? { step: Number(at) } : { eachStep: Number(at) };
};
