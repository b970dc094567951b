import { type FormEvent, useEffect, useState } from 'react';
import { useText } from '#web/i18n/i18n.ts';
import { uiText } from '#web/i18n/ui/text.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { FormField } from '#web/ui/FormField.tsx';
import { TextArea, TextField } from '#web/ui/TextField.tsx';
import { savedText } from './text/text.ts';

export interface Named {
  readonly name: string;
  readonly description: string;
}

export interface NameDialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly initial: Named;
  readonly pending: boolean;
  readonly onClose: () => void;
  readonly onSave: (named: Named) => void;
}

/** Asks what something that is kept is called, and what it is for. */
export const NameDialog = ({ open, title, initial, pending, onClose, onSave }: NameDialogProps) => {
  const t = useText(savedText);
  const ui = useText(uiText);
  const [named, setNamed] = useState(initial);
  useEffect(() => {
    if (open) setNamed({ name: initial.name, description: initial.description });
  }, [open, initial.name, initial.description]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (named.name.trim() !== '') onSave({ name: named.name.trim(), description: named.description });
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      width="narrow"
      actions={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button look="primary" type="submit" form="name-form" pending={pending} disabled={named.name.trim() === ''}>
            {t('save')}
          </Button>
        </>
      }
    >
      <form id="name-form" onSubmit={submit} className="flex flex-col gap-3">
        <FormField label={t('name')}>
          <TextField value={named.name} maxLength={120} onChange={(name) => setNamed({ ...named, name })} />
        </FormField>
        <FormField label={t('description')} hint={t('descriptionHint')} optional={t('optional')}>
          <TextArea value={named.description} maxLength={2_000} onChange={(description) => setNamed({ ...named, description })} />
        </FormField>
      </form>
    </Dialog>
  );
};
