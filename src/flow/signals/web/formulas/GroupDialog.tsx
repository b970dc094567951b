import { useState } from 'react';
import type { Words } from '#kernel/words.ts';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { FormField } from '#web/ui/FormField.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { renamed } from './formula-edits.ts';
import { formulaText } from './text/text.ts';

export interface GroupDialogProps {
  readonly name: Words;
  readonly onApply: (name: Words) => void;
  readonly onClose: () => void;
}

/** What is a group of engagement rules called? */
export const GroupDialog = ({ name, onApply, onClose }: GroupDialogProps) => {
  const t = useText(formulaText);
  const language = currentLanguage();
  const [text, setText] = useState(name[language]);
  return (
    <Dialog
      open
      onClose={onClose}
      width="narrow"
      title={t('edit.group')}
      actions={
        <Button look="primary" disabled={text.trim() === ''} onClick={() => onApply(renamed(name, language, text.trim()))}>
          {t('edit.apply')}
        </Button>
      }
    >
      <FormField label={t('edit.name')}>
        <TextField value={text} maxLength={80} onChange={setText} />
      </FormField>
    </Dialog>
  );
};
