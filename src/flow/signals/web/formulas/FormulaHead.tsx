import type { z } from 'zod';
import { formatDate } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { Button } from '#web/ui/Button.tsx';
import { StatusPill } from '#web/ui/StatusPill.tsx';
import type { SignalCard } from '../../contracts.ts';
import { formulaText } from './text/text.ts';
import type { FormulaDraft } from './use-formula.ts';

export interface FormulaHeadProps<Definition> {
  readonly title: string;
  readonly words: string;
  readonly card: z.infer<typeof SignalCard>;
  readonly formula: FormulaDraft<Definition>;
}

/** The name of a formula, how it works, its version, and what becomes of the changes. */
export const FormulaHead = <Definition,>({ title, words, card, formula }: FormulaHeadProps<Definition>) => {
  const t = useText(formulaText);
  const reader = useReader();
  const since = card.changedAt === null ? t('firstVersion') : t('changedAt', { day: formatDate(reader, card.changedAt) });
  return (
    <header className="flex flex-col gap-2">
      <div className="flex min-h-8 flex-wrap items-center gap-2">
        <h2 className="text-16 font-semibold">{title}</h2>
        <span className="text-12 text-muted">
          {t('version', { version: card.version })}, {since}
        </span>
        {formula.isChanged && (
          <span className="ml-auto flex items-center gap-2">
            <Button look="quiet" onClick={formula.discard}>
              {t('discard')}
            </Button>
            <Button look="primary" disabled={formula.problem !== null} pending={formula.isSaving} onClick={formula.save}>
              {t('save')}
            </Button>
          </span>
        )}
      </div>
      <p className="max-w-[72ch] text-13 text-muted">{words}</p>
      {formula.problem !== null && (
        <p role="status">
          <StatusPill tone="bad">{t('invalid', { problem: formula.problem })}</StatusPill>
        </p>
      )}
    </header>
  );
};
