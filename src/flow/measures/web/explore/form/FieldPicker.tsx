import clsx from 'clsx';
import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down';
import { useState } from 'react';
import { formatNamed } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { ChoiceList } from '#web/ui/ChoiceList.tsx';
import { useField } from '#web/ui/field.ts';
import type { FieldDefinition } from '#web/ui/filter/fields.ts';
import { Popover } from '#web/ui/Popover.tsx';
import { FIELD } from '#web/ui/surfaces.ts';
import { fieldName } from '../fields.ts';
import { exploreText } from '../text/text.ts';

export interface FieldPickerProps {
  readonly label: string;
  readonly value: string | null;
  readonly fields: readonly FieldDefinition[];
  readonly onPick: (field: string | null) => void;
  /** What stands for no field; not given, one must be chosen. */
  readonly nothing?: string;
  readonly placeholder?: string;
}

const NOTHING = '-';

/** A field of events, accounts or people, with examples of its values. */
export const FieldPicker = ({ label, value, fields, onPick, nothing, placeholder }: FieldPickerProps) => {
  const t = useText(exploreText);
  const reader = useReader();
  const [open, setOpen] = useState(false);
  const wiring = useField();
  const shown = value === null ? (nothing ?? placeholder ?? t('count.pickField')) : fieldName(value, fields, t);
  const options = [
    ...(nothing === undefined ? [] : [{ value: NOTHING, label: nothing }]),
    ...fields.map(({ key, label: name, group, detail }) => ({ value: key, label: name, group, detail })),
  ];
  return (
    <Popover
      label={label}
      open={open}
      onOpenChange={setOpen}
      className="w-80 p-1"
      trigger={
        <button
          type="button"
          {...wiring}
          aria-label={formatNamed(reader, label, shown)}
          className={clsx(FIELD, 'flex items-center justify-between gap-2 text-left', value === null && 'text-muted')}
        >
          <span className="truncate">{shown}</span>
          <ChevronsUpDown size={14} aria-hidden className="shrink-0 text-muted" />
        </button>
      }
    >
      <ChoiceList
        label={label}
        options={options}
        onPick={(picked) => {
          setOpen(false);
          onPick(picked === NOTHING ? null : picked);
        }}
      />
    </Popover>
  );
};
