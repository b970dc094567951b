import type { FieldInfo } from '#kernel/page.ts';
import { formatCountry, isCountryField } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { DateTime } from '#web/ui/DateTime.tsx';
import { Missing } from '#web/ui/Missing.tsx';
import { NumberText } from '#web/ui/NumberText.tsx';
import { recordText } from './text/pages.ts';

export interface AttributeTextProps {
  /** What the attribute is called, where that says how it is written. */
  readonly name?: string;
  readonly value: string | number | boolean | null | undefined;
  readonly type?: FieldInfo['type'];
}

/** The value of a custom attribute in the reader's way of writing. */
export const AttributeText = ({ name = '', value, type }: AttributeTextProps) => {
  const t = useText(recordText);
  const reader = useReader();
  if (value === null || value === undefined || value === '') return <Missing />;
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (typeof value === 'number') return <NumberText value={value} />;
  if (isCountryField(name)) return formatCountry(reader, value);
  return type === 'date' ? <DateTime at={value} /> : value;
};
