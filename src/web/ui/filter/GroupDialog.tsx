import { useState } from 'react';
import type { Condition } from '#kernel/condition.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { uiText } from '#web/i18n/ui/text.ts';
import { Button } from '../Button.tsx';
import { Dialog } from '../Dialog.tsx';
import type { FieldDefinition } from './fields.ts';
import { GroupEditor } from './GroupEditor.tsx';
import { asGroups, withoutEmptyGroups } from './groups.ts';
import { sayCondition } from './words.ts';

export interface GroupDialogProps {
  readonly fields: readonly FieldDefinition[];
  readonly value: Condition;
  readonly onClose: () => void;
  /** Called with null when nothing is left of the group. */
  readonly onApply: (value: Condition | null) => void;
}

/** Changes a part of a filter that is made of parts itself; nothing is applied before it is whole. */
export const GroupDialog = ({ fields, value, onClose, onApply }: GroupDialogProps) => {
  const t = useText(uiText);
  const reader = useReader();
  const [draft, setDraft] = useState<Condition>(() => asGroups(value));
  const whole = withoutEmptyGroups(draft);
  const apply = () => {
    onClose();
    onApply(whole);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('filter.group')}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" onClick={apply}>
            {t('apply')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <GroupEditor condition={draft} path={[]} fields={fields} onChange={setDraft} />
        {whole && (
          <p role="status" className="text-13 text-muted">
            {sayCondition(whole, { fields, reader, t })}
          </p>
        )}
      </div>
    </Dialog>
  );
};
