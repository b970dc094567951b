import { useState } from 'react';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { FormField } from '#web/ui/FormField.tsx';
import { SegmentedControl } from '#web/ui/SegmentedControl.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { HealthFactor } from '../../domain/health/health-definition.ts';
import { HEALTH_INPUTS } from '../../domain/health/health-inputs.ts';
import { CurveEditor } from './CurveEditor.tsx';
import { isShareOf } from './curve-words.ts';
import { formulaText } from './text/text.ts';

export interface FactorDialogProps {
  readonly factor: HealthFactor;
  readonly onApply: (factor: HealthFactor) => void;
  readonly onClose: () => void;
}

/** How one factor of health scores: by its value or against the account's own usual, along which curve, and for how long data is believed. */
export const FactorDialog = ({ factor, onApply, onClose }: FactorDialogProps) => {
  const t = useText(formulaText);
  const [draft, setDraft] = useState(factor);
  const { score } = draft;
  const hasUsual = HEALTH_INPUTS[draft.input].baseline !== null;
  const scoreBy = (by: 'thresholds' | 'baseline') =>
    setDraft({ ...draft, score: by === 'baseline' ? { by, curve: score.curve, least: 1 } : { by, curve: score.curve } });
  const isValid = HealthFactor.safeParse(draft).success;
  return (
    <Dialog
      open
      onClose={onClose}
      title={draft.name[currentLanguage()]}
      actions={
        <>
          <Button onClick={onClose}>{t('edit.cancel')}</Button>
          <Button look="primary" disabled={!isValid} onClick={() => onApply(draft)}>
            {t('edit.apply')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {hasUsual && (
          <SegmentedControl
            label={t('curve.by')}
            value={score.by === 'baseline' ? 'baseline' : 'thresholds'}
            onChange={scoreBy}
            options={[
              { value: 'thresholds', label: t('curve.byValue') },
              { value: 'baseline', label: t('curve.byUsual') },
            ]}
          />
        )}
        <CurveEditor
          key={score.by}
          curve={score.curve}
          isShare={isShareOf(draft)}
          onChange={(curve) => setDraft({ ...draft, score: { ...score, curve } })}
        />
        <FormField label={t('curve.fresh')} optional={t('curve.freshAny')}>
          <TextField
            type="number"
            min={1}
            max={3650}
            className="max-w-32"
            value={draft.freshDays === null ? '' : String(draft.freshDays)}
            onChange={(text) => setDraft({ ...draft, freshDays: text === '' ? null : Number(text) })}
          />
        </FormField>
        {!isValid && (
          <p role="status" className="text-13 text-bad">
            {t('curve.invalid')}
          </p>
        )}
      </div>
    </Dialog>
  );
};
