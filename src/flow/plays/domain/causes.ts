import { dateOf, isDate, startOfDate } from '#kernel/calendar.ts';
import type { PlayTrigger } from '#kernel/play.ts';
import type { Evidence } from '../contracts.ts';
import { accountField } from './account-field.ts';
import { isWindowOpen } from './date-window.ts';
import type { NumberedAccount, PlayChanges } from './play-changes.ts';

/** Why a play should look at an account. Equal keys of one play and account are one cause, acted on once. */
export interface Cause {
  readonly account: number;
  readonly key: string;
  /** When it came about (UTC ms). */
  readonly at: number;
  readonly evidence: readonly Evidence[];
  /** It does not grow old: being inside its window is what makes it a cause. */
  readonly timeless: boolean;
}

/** A fact that sets plays in motion. */
export interface TriggeringFact {
  readonly id: string;
  readonly event: string;
  readonly account: number;
  readonly subject: string | null;
  readonly at: number;
  readonly reason: string | null;
}

type TriggerOf<Kind extends PlayTrigger['kind']> = Extract<PlayTrigger, { kind: Kind }>;

/** Which accounts did a signal carry into the band that the trigger names? One cause for each local day. */
export const causesOfCrossings = (
  trigger: TriggerOf<'signal_crosses'>,
  crossings: PlayChanges['crossings'],
  zone: string,
): readonly Cause[] =>
  crossings
    .filter((crossing) => crossing.signal === trigger.signal && crossing.to === trigger.to && crossing.from !== crossing.to)
    .map(({ account, to, day }) => {
      const at = startOfDate(day, zone);
      return { account, key: day, at, evidence: [{ label: 'band', value: to, at }], timeless: false };
    });

/** Which accounts entered the stage? From what was told and from where they stand now, so that an entry that was missed is found later. */
export const causesOfEntries = (
  trigger: TriggerOf<'stage_entered'>,
  entries: PlayChanges['entries'],
  accounts: Iterable<NumberedAccount>,
): readonly Cause[] => {
  const standing = [...accounts].flatMap(({ num, stage, stageSince }) =>
    stage !== null && stageSince !== null ? [{ account: num, stage, at: stageSince }] : [],
  );
  const causes = [...entries, ...standing]
    .filter((entry) => entry.stage === trigger.stage)
    .map(({ account, stage, at }) => ({ account, key: String(at), at, evidence: [{ label: 'stage', value: stage, at }], timeless: false }));
  return [...new Map(causes.map((cause) => [`${cause.account}:${cause.key}`, cause])).values()];
};

/** For which accounts is the date near, on the local day `today`? The date itself is the cause: a renewed term is another one. */
export const causesOfDates = (
  trigger: TriggerOf<'date_near'>,
  accounts: Iterable<NumberedAccount>,
  { today, zone }: { readonly today: string; readonly zone: string },
): readonly Cause[] =>
  [...accounts].flatMap((account) => {
    const date = String(accountField(account, trigger.field) ?? '').slice(0, 10);
    if (!isDate(date) || !isWindowOpen(date, trigger.days, today)) return [];
    const evidence = [{ label: trigger.field, value: date, at: null }];
    return [{ account: account.num, key: date, at: startOfDate(date, zone), evidence, timeless: true }];
  });

/**
 * What do arrived facts cause? Those about one record (an invoice that fails three times) cause one thing in a local month, any other fact
 * stands for itself.
 */
export const causesOfFacts = (facts: readonly TriggeringFact[], zone: string): readonly Cause[] =>
  [...Map.groupBy(facts, (fact) => `${fact.account}:${factKey(fact, zone)}`).values()].map((group) => {
    const inOrder = group.toSorted((a, b) => a.at - b.at);
    const newest = inOrder.at(-1)!;
    const evidence = inOrder.map(({ event, reason, subject, at }) => ({ label: event, value: reason ?? subject ?? '', at }));
    return { account: newest.account, key: factKey(newest, zone), at: newest.at, evidence, timeless: false };
  });

const factKey = ({ id, subject, at }: TriggeringFact, zone: string): string =>
  subject === null ? id : `${subject}:${dateOf(at, zone).slice(0, 7)}`;
