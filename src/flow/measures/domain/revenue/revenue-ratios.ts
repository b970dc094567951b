import { type Ratio, ratio } from '#kernel/interval.ts';
import { type MrrLedger, mrrOn } from './mrr-ledger.ts';
import type { RevenuePeriod } from './revenue-by-period.ts';

/** What was gained for each unit lost. `infinite`: something was gained and nothing lost, shown as "∞" (`value` is then Infinity). */
export interface QuickRatio extends Ratio {
  readonly infinite: boolean;
}

/** How many times its losses did MRR gain? (new + expansion + reactivation) ÷ (contraction + churn); null when nothing moved at all. */
export function quickRatio(
  period: Pick<RevenuePeriod, 'newMinor' | 'expansionMinor' | 'reactivationMinor' | 'contractionMinor' | 'churnMinor'>,
): QuickRatio {
  const gained = period.newMinor + period.expansionMinor + period.reactivationMinor;
  const lost = Math.abs(period.contractionMinor + period.churnMinor);
  const infinite = lost === 0 && gained > 0;
  return { ...ratio(gained, lost), ...(infinite && { value: Number.POSITIVE_INFINITY }), infinite };
}

/** How much does a paying account pay a month, in minor units, at the close of this date? MRR ÷ accounts with MRR above 0. */
export function arpa(ledger: MrrLedger, date: string): Ratio {
  const paying = ledger.accounts.map((account) => mrrOn(account, date)).filter((amount) => amount > 0);
  return ratio(
    paying.reduce((sum, amount) => sum + amount, 0),
    paying.length,
  );
}
