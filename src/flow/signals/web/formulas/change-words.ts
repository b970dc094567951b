import { formatNumber, formatPercent } from '#web/i18n/format.ts';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import type { SignalId } from '../../contracts.ts';
import { type FormulaChange, type FormulaField, healthChanges, leadChanges } from '../../domain/formula-changes.ts';
import { HealthDefinition } from '../../domain/health/health-definition.ts';
import { LeadDefinition } from '../../domain/lead-score/lead-definition.ts';
import { formulaText } from './text/text.ts';

/** What did one version of a formula change against another? Nothing that can be said when one of them is of a form that is no longer read. */
export const changesBetween = (id: SignalId, before: unknown, after: unknown): readonly FormulaChange[] => {
  if (id === 'health') {
    const [old, fresh] = [HealthDefinition.safeParse(before), HealthDefinition.safeParse(after)];
    return old.success && fresh.success ? healthChanges(old.data, fresh.data) : [];
  }
  const [old, fresh] = [LeadDefinition.safeParse(before), LeadDefinition.safeParse(after)];
  return old.success && fresh.success ? leadChanges(old.data, fresh.data) : [];
};

const SHARES: ReadonlySet<FormulaField> = new Set(['leastConfidence', 'fitShare']);

/** Says a change of a formula: "Open tickets, weight: 8 → 12". */
export const useSayChange = (): ((change: FormulaChange) => string) => {
  const t = useText(formulaText);
  const reader = useReader();
  const language = currentLanguage();
  const value = (field: FormulaField, one: unknown): string | null => {
    if (field === 'freshDays' && one === null) return t('health.always');
    if (typeof one !== 'number') return null;
    return SHARES.has(field) ? formatPercent(reader, one, { digits: 0 }) : formatNumber(reader, one);
  };
  return (change) => {
    if (change.kind !== 'changed') return t(`change.${change.kind}`, { name: change.name[language] });
    const field = t(`change.field.${change.field}`);
    const what = change.name === null ? field : t('change.of', { name: change.name[language], field });
    const [before, after] = [value(change.field, change.before), value(change.field, change.after)];
    return before === null || after === null ? t('change.other', { what }) : t('change.number', { what, before, after });
  };
};
