import { type ReactNode, useState } from 'react';
import type { Words } from '#kernel/words.ts';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { FormField } from '#web/ui/FormField.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { renamed } from './formula-edits.ts';
import { formulaText } from './text/text.ts';

export interface NamedPart {
  readonly name: Words;
  readonly points: number;
}

export interface RuleDialogProps<Rule extends NamedPart> {
  readonly title: string;
  readonly rule: Rule;
  readonly isComplete: boolean;
  readonly onChange: (rule: Rule) => void;
  readonly onApply: () => void;
  readonly onClose: () => void;
  /** What the rule asks for, between its name and its points. */
  readonly children: ReactNode;
}

/** A rule of the lead score while it is written: its name, what it asks for, its points. */
export const RuleDialog = <Rule extends NamedPart>({ title, rule, onChange, isComplete, ...rest }: RuleDialogProps<Rule>) => {
  const t = useText(formulaText);
  const language = currentLanguage();
  const [points, setPoints] = useState(String(rule.points));
  return (
    <Dialog
      open
      onClose={rest.onClose}
      title={title}
      actions={
        <>
          <Button onClick={rest.onClose}>{t('edit.cancel')}</Button>
          <Button look="primary" disabled={!isComplete || rule.name[language].trim() === ''} onClick={rest.onApply}>
            {t('edit.apply')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <FormField label={t('edit.name')}>
          <TextField
            value={rule.name[language]}
            maxLength={80}
            onChange={(text) => onChange({ ...rule, name: renamed(rule.name, language, text) })}
          />
        </FormField>
        {rest.children}
        <FormField label={t('score.points')} hint={t('edit.pointsHint')}>
          <TextField
            type="number"
            min={-100}
            max={100}
            className="max-w-24"
            value={points}
            onChange={(text) => {
              setPoints(text);
              onChange({ ...rule, points: Math.min(100, Math.max(-100, Number(text) || 0)) });
            }}
          />
        </FormField>
      </div>
    </Dialog>
  );
};
