import type { Condition } from '#kernel/condition.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { uiText } from '#web/i18n/ui/text.ts';
import type { FieldDefinition } from '#web/ui/filter/fields.ts';
import { sayCondition } from '#web/ui/filter/words.ts';
import { en } from './text/en.ts';
import { formulaText } from './text/text.ts';

type Field = keyof typeof en.field;
type Value = keyof typeof en.value;

const OF_THE_ACCOUNT: ReadonlySet<Field> = new Set(['industry']);

/** Says the condition of a lead rule in the reader's words. */
export const useSayLead = (): ((condition: Condition) => string) => {
  const t = useText(formulaText);
  const words = useText(uiText);
  const reader = useReader();
  const options = (Object.keys(en.value) as readonly Value[]).map((value) => ({ value, label: t(`value.${value}`) }));
  const fields: readonly FieldDefinition[] = (Object.keys(en.field) as readonly Field[]).flatMap((key) => {
    const field = { label: t(`field.${key}`), type: 'text', options } as const;
    return [
      { ...field, key },
      { ...field, key: `${OF_THE_ACCOUNT.has(key) ? 'account' : 'lead'}.${key}` },
    ];
  });
  return (condition) => sayCondition(condition, { fields, reader, t: words });
};
