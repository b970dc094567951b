import { useMemo } from 'react';
import { listAccountFields, listPersonFields } from '#flow/signals/contracts.ts';
import type { FieldInfo } from '#kernel/page.ts';
import { useWorkspace } from '#web/app/session.ts';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { useQueryOf } from '#web/queries.ts';
import { fieldDefinitionsOf } from '#web/ui/filter/field-infos.ts';
import type { FieldDefinition } from '#web/ui/filter/fields.ts';
import type { SegmentUnit } from '../../../condition-contracts.ts';
import { segmentText } from '../text/text.ts';

const KEPT_FOR = 60_000;

/** The fields that a segment may test: of accounts as their list has them; of people their own, and those of their account. */
export const useSegmentFields = (unit: SegmentUnit): readonly FieldDefinition[] => {
  const t = useText(segmentText);
  const { currency } = useWorkspace();
  const language = currentLanguage();
  const accounts = useQueryOf(listAccountFields, {}, { freshFor: KEPT_FOR }).data?.rows;
  const people = useQueryOf(listPersonFields, {}, { freshFor: KEPT_FOR, enabled: unit === 'person' }).data?.rows;
  return useMemo(() => {
    const defined = (infos: readonly FieldInfo[], nameOf: (group: string) => string) =>
      fieldDefinitionsOf(infos, { language, currency }).map((field, at) => ({ ...field, group: nameOf(t(`groups.${infos[at]!.group}`)) }));
    if (unit === 'account') return defined(accounts ?? [], (group) => group);
    const theirs = (accounts ?? []).filter(({ group }) => group !== 'segment').map((info) => ({ ...info, key: `account.${info.key}` }));
    return [...defined(people ?? [], (group) => group), ...defined(theirs, (group) => t('ofAccount', { group }))];
  }, [unit, accounts, people, language, currency, t]);
};
