import { LIFE_STAGES, type LifeStage } from '#kernel/stage-of-life.ts';

/** Something that moves an account through the lifecycle, at an instant (UTC ms). */
export type Moment = { readonly at: number } & (
  | { readonly kind: 'prospect'; readonly stage: 'reached' | 'captured' | 'interested' | 'qualified' | 'opportunity' }
  /** The last deal that was alive is lost. */
  | { readonly kind: 'deals_lost' }
  /** What it pays from now on. */
  | { readonly kind: 'pays'; readonly mrrMinor: number }
  | { readonly kind: 'activated' }
  | { readonly kind: 'term_ends_soon'; readonly isSoon: boolean }
);

/** A stage with the instant at which it was entered. */
export interface Entered {
  readonly stage: LifeStage;
  readonly at: number;
}

interface Standing {
  readonly stage: LifeStage | null;
  readonly mrrMinor: number;
  /** What it paid at the start of this life. */
  readonly startMinor: number;
  readonly isActivated: boolean;
  readonly isRenewing: boolean;
}

/** Plain bookkeeping by the default rules: which stages did an account with these moments pass, in order of time? All of one instant count at once. */
export const stagesFrom = (moments: readonly Moment[]): readonly Entered[] => {
  const entered: Entered[] = [];
  let standing: Standing = { stage: null, mrrMinor: 0, startMinor: 0, isActivated: false, isRenewing: false };
  const instants = [...Map.groupBy(moments, ({ at }) => at)].sort(([a], [b]) => a - b);
  for (const [at, together] of instants) {
    const next = after(standing, together);
    if (next.stage !== null && next.stage !== standing.stage) entered.push({ stage: next.stage, at });
    standing = next;
  }
  return entered;
};

const after = (before: Standing, moments: readonly Moment[]): Standing => {
  const paid = moments.findLast((moment) => moment.kind === 'pays');
  const mrrMinor = paid?.mrrMinor ?? before.mrrMinor;
  if (mrrMinor > 0) return asCustomer(before, mrrMinor, moments);
  if (before.mrrMinor > 0) return { stage: 'churned', mrrMinor: 0, startMinor: 0, isActivated: false, isRenewing: false };
  if (before.stage === 'churned') return before;
  return { ...before, stage: asProspect(before.stage, moments) };
};

const asCustomer = (before: Standing, mrrMinor: number, moments: readonly Moment[]): Standing => {
  const isNew = before.mrrMinor === 0;
  const startMinor = isNew ? mrrMinor : before.startMinor;
  const isExpanded = mrrMinor > startMinor;
  const isActivated = (!isNew && before.isActivated) || isExpanded || moments.some(({ kind }) => kind === 'activated');
  const windows = moments.filter((moment) => moment.kind === 'term_ends_soon');
  const isRenewing = windows.some(({ isSoon }) => isSoon) || (!isNew && before.isRenewing && windows.length === 0);
  const stage = isRenewing ? 'renewing' : isExpanded ? 'expanded' : isActivated ? 'active' : 'onboarding';
  return { stage, mrrMinor, startMinor, isActivated, isRenewing };
};

const asProspect = (before: LifeStage | null, moments: readonly Moment[]): LifeStage | null => {
  const stages = [before, ...moments.map((moment) => (moment.kind === 'prospect' ? moment.stage : null))];
  const furthest = Math.max(...stages.map((stage) => (stage === null ? -1 : LIFE_STAGES.indexOf(stage))));
  const stage = LIFE_STAGES[furthest] ?? null;
  return stage === 'opportunity' && moments.some(({ kind }) => kind === 'deals_lost') ? 'qualified' : stage;
};
