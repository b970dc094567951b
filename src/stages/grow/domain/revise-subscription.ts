import type { AccountRef, RowFate, RowNote } from '#flow/intake/contracts.ts';
import { dateOf, startOfDate } from '#kernel/calendar.ts';
import type { FactDraft } from '#kernel/fact.ts';
import { sameValue } from '#kernel/same-value.ts';
import type { Said } from '#kernel/saying.ts';
import type { Phase } from '../contracts.ts';
import { GROW_SAYS } from './grow-sayings.ts';
import { changePhases, endPhases, type SubscriptionRecord } from './subscription.ts';
import { type SubscriptionFact, subscriptionFact, trialFact } from './subscription-facts.ts';
import type { SubscriptionTerms } from './subscription-row.ts';

/** The circumstances of a revision: who says it, when, about whose subscription. */
export interface Revision {
  readonly terms: SubscriptionTerms;
  readonly account: AccountRef;
  readonly source: string;
  readonly externalId: string;
  readonly importNumber: number;
  readonly now: number;
  readonly timeZone: string;
  makeId(): string;
}

/**
 * What becomes of a subscription when a file says this of it? A new one tells its start and, if over, its end, each known when it
 * happened. Of one that exists only what changed is told: an end on its date; other terms from `changedOn` or today, since a file is a
 * picture of today and must not rewrite what was paid before; anything that does not fit its life so far as a correction, known now.
 */
export const reviseSubscription = (revision: Revision, before: SubscriptionRecord | null): RowFate<SubscriptionRecord> =>
  before === null ? begin(revision) : revise(revision, before);

const begin = (revision: Revision): RowFate<SubscriptionRecord> => {
  const { terms, now } = revision;
  const empty: SubscriptionRecord = {
    id: revision.makeId(),
    accountId: revision.account.id,
    accountNum: revision.account.num,
    source: revision.source,
    externalId: revision.externalId,
    plan: '',
    seats: null,
    currency: terms.currency,
    interval: 'month',
    phases: [],
    autoRenew: null,
    startedOn: terms.startedOn,
    endedOn: null,
    endReason: null,
    attributes: {},
    version: 0,
    knownAt: Number.NEGATIVE_INFINITY,
    createdAt: now,
    updatedAt: now,
  };
  const whole = stated(empty, revision);
  const running = { ...whole, endedOn: null, endReason: null, phases: endPhases(whole.phases, null) };
  const { record, facts } = tell('subscription_started', running, revision, terms.startedOn);
  const started = { record, facts: terms.trial === true ? [...facts, trialFact(facts[0]!)] : facts };
  if (whole.endedOn === null) return { record: started.record, facts: started.facts, notes: [] };
  const ended = tell(
    'subscription_ended',
    { ...started.record, endedOn: whole.endedOn, endReason: whole.endReason, phases: whole.phases },
    revision,
    whole.endedOn,
  );
  return { record: ended.record, facts: [...started.facts, ...ended.facts], notes: [] };
};

const revise = (revision: Revision, before: SubscriptionRecord): RowFate<SubscriptionRecord> => {
  const next = stated(before, revision);
  const today = dateOf(revision.now, revision.timeZone);
  const moved = next.accountNum !== before.accountNum;
  const reworded = !sameValue(priceOf(next), priceOf(before));
  const ended = before.endedOn === null && next.endedOn !== null;
  const changesAt = revision.terms.changedOn ?? today;
  if (moved) return move(revision, before, next);
  const isCorrection =
    next.startedOn !== before.startedOn ||
    next.currency !== before.currency ||
    (next.endedOn !== before.endedOn && !ended) ||
    (reworded && (next.endedOn !== null || changesAt <= before.startedOn));
  if (isCorrection) return taken(tell('subscription_corrected', next, revision, null));
  if (ended) return taken(tell('subscription_ended', { ...next, phases: endPhases(before.phases, next.endedOn) }, revision, next.endedOn));
  if (reworded) return changeTerms(revision, before, { next, changesAt, isDated: revision.terms.changedOn !== null });
  const kept = { ...next, phases: before.phases };
  if (sameValue(kept, before)) return { record: null, notes: [] };
  return taken(tell('subscription_changed', kept, revision, null));
};

const changeTerms = (
  revision: Revision,
  before: SubscriptionRecord,
  { next, changesAt, isDated }: { next: SubscriptionRecord; changesAt: string; isDated: boolean },
): RowFate<SubscriptionRecord> => {
  const phases = changePhases(before.phases, { ...lastPhase(next), from: changesAt, to: null });
  const { record, facts } = tell('subscription_changed', { ...next, phases }, revision, changesAt);
  const text = GROW_SAYS.subscription_changed({
    id: before.externalId ?? before.id,
    before: describe(lastPhase(before), before.currency),
    after: describe(lastPhase(next), next.currency),
  });
  const notes: readonly RowNote[] = isDated ? [] : [{ code: 'changed_from_today', text }];
  return { record, facts, notes };
};

// The account it leaves must stop counting it: its last fact there takes it away, the next one tells all of it to the new account.
const move = (revision: Revision, before: SubscriptionRecord, next: SubscriptionRecord): RowFate<SubscriptionRecord> => {
  const gone = tell('subscription_removed', before, revision, null);
  const come = tell('subscription_corrected', { ...next, version: gone.record.version, knownAt: gone.record.knownAt }, revision, null);
  return { record: come.record, facts: [...gone.facts, ...come.facts], notes: [] };
};

/** The record as the row states it, with one phase for its whole life; what the file has no column for stays as it was. */
const stated = (before: SubscriptionRecord, { terms, account }: Revision): SubscriptionRecord => {
  const last = before.phases.at(-1);
  const plan = terms.plan ?? before.plan;
  const seats = terms.seats === undefined ? before.seats : terms.seats;
  const endedOn = terms.endedOn === undefined ? before.endedOn : terms.endedOn;
  return {
    ...before,
    accountId: account.id,
    accountNum: account.num,
    plan,
    seats,
    currency: terms.currency,
    interval: terms.interval ?? before.interval,
    phases: [
      {
        from: terms.startedOn,
        to: endedOn,
        mrrMinor: terms.mrrMinor ?? last?.mrrMinor ?? 0,
        plan,
        seats,
        trial: terms.trial ?? last?.trial ?? false,
      },
    ],
    autoRenew: terms.autoRenew === undefined ? before.autoRenew : terms.autoRenew,
    startedOn: terms.startedOn,
    endedOn,
    endReason: terms.endReason === undefined ? before.endReason : terms.endReason,
    attributes: { ...before.attributes, ...terms.attributes },
  };
};

/**
 * The next version with its fact. What happens on a date was known that day, as an import of history declares, or later where the row says so;
 * a correction is known now, or when the row says. Where something later is known already, it is known now.
 */
const tell = (
  event: SubscriptionFact,
  record: SubscriptionRecord,
  revision: Revision,
  on: string | null,
): { readonly record: SubscriptionRecord; readonly facts: readonly FactDraft[] } => {
  const { now, timeZone, importNumber, terms } = revision;
  const heard = terms.knownOn === null ? null : Math.min(startOfDate(terms.knownOn, timeZone), now);
  const at = on === null ? (heard ?? now) : startOfDate(on, timeZone);
  const stated = Math.min(Math.max(at, heard ?? at), now);
  const known = stated < record.knownAt ? Math.max(now, record.knownAt) : stated;
  const next = { ...record, version: record.version + 1, knownAt: known, updatedAt: now };
  return { record: next, facts: [subscriptionFact(event, next, { at, known, on: on ?? dateOf(at, timeZone), importNumber })] };
};

const taken = ({
  record,
  facts,
}: {
  readonly record: SubscriptionRecord;
  readonly facts: readonly FactDraft[];
}): RowFate<SubscriptionRecord> => ({ record, facts, notes: [] });
const lastPhase = ({ phases }: SubscriptionRecord): Phase => phases.at(-1)!;
const priceOf = (record: SubscriptionRecord) => {
  const { mrrMinor, trial } = lastPhase(record);
  return { mrrMinor, trial, plan: record.plan, seats: record.seats };
};
const describe = ({ plan, seats, mrrMinor, trial }: Phase, currency: string): Said => {
  const monthly = { amountMinor: mrrMinor, currency };
  if (trial) return seats === null ? GROW_SAYS.terms_on_trial_without_seats({ plan }) : GROW_SAYS.terms_on_trial({ plan, seats });
  return seats === null ? GROW_SAYS.terms_priced_without_seats({ plan, monthly }) : GROW_SAYS.terms_priced({ plan, seats, monthly });
};
