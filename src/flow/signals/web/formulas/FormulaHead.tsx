import History from 'lucide-react/icons/history';
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
  /** Opens the versions that there were. */
  readonly onVersions: () => void;
  /** Tries the formula as it is on the page on real accounts or people. */
  readonly onTry: () => void;
}

/** The name of a formula, how it works, its version, and what becomes of the changes. */
export const FormulaHead = <Definition,>({ title, words, card, formula, onVersions, onTry }: FormulaHeadProps<Definition>) => {
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
        <span className="ml-auto flex flex-wrap items-center gap-2">
          {formula.isChanged && (
            <Button look="quiet" onClick={formula.discard}>
              {t('discard')}
            </Button>
          )}
          <Button look="quiet" icon={History} onClick={onVersions}>
            {t('versions.open')}
          </Button>
          {formula.mayChange && (
            <Button disabled={formula.problem !== null} onClick={onTry}>
              {t('preview.open')}
            </Button>
          )}
          {formula.isChanged && (
            <Button look="primary" disabled={formula.problem !== null} pending={formula.isSaving} onClick={formula.save}>
              {t('save')}
            </Button>
          )}
        </span>
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
