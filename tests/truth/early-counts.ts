import type { AccountStory, CompanyPlan } from '#demo/index.ts';
import { addDays, startOfDate } from '#kernel/calendar.ts';
import { isRecordFact } from '#kernel/record-facts.ts';

/** A customer whose first days are known, with what it told in them. */
export interface ToldStart {
  readonly account: number;
  readonly accountId: string;
  readonly startedOn: string;
  readonly plan: string;
  readonly seats: number | null;
  readonly stayed: boolean;
  readonly story: AccountStory;
}

/** The customers of a company of whom it is known whether they stayed so many days: by the month, and there for their first month. */
export const knownStarts = (stories: Iterable<AccountStory>, plan: CompanyPlan, horizonDays: number): readonly ToldStart[] =>
  [...stories].flatMap((story) => {
    const { truth, rows, index } = story;
    const life = truth.lives[0];
    if (life === undefined || life.term === 'year' || addDays(life.from, horizonDays) > addDays(plan.endsOn, 1)) return [];
    if (life.to !== null && life.to < addDays(life.from, 28)) return [];
    const seats = rows.find(({ file, values }) => file === 'subscriptions' && values.is_trial === 'false')?.values.seats;
    const stayed = life.to === null || life.to >= addDays(life.from, horizonDays);
    return [
      {
        ...{ account: index, accountId: truth.accountId, startedOn: life.from, plan: life.plan, stayed, story },
        seats: seats === undefined ? null : Number(seats),
      },
    ];
  });

/** What they told in their first days, counted one by one: the slow and obvious way. */
export const countsByHand = (starts: readonly Pick<ToldStart, 'startedOn' | 'story'>[], plan: CompanyPlan, windows: readonly number[]) => {
  const found = new Map<
    string,
    { event: string; feature: string | null; withinDays: number; who: readonly Set<string>[]; times: number[] }
  >();
  for (const [place, { story, startedOn }] of starts.entries()) {
    const begins = startOfDate(startedOn, plan.timeZone);
    for (const { type, event, timestamp, userId, properties } of story.messages) {
      const at = Date.parse(timestamp);
      if (type !== 'track' || event === undefined || at < begins || isRecordFact(event)) continue;
      const named = typeof properties?.feature === 'string' ? properties.feature : null;
      for (const withinDays of windows) {
        if (at >= startOfDate(addDays(startedOn, withinDays), plan.timeZone)) continue;
        for (const feature of new Set([null, named])) {
          const key = JSON.stringify([event, feature, withinDays]);
          const held = found.get(key) ?? {
            event,
            feature,
            withinDays,
            who: starts.map(() => new Set<string>()),
            times: starts.map(() => 0),
          };
          found.set(key, held);
          held.times[place]! += 1;
          if (userId !== undefined) held.who[place]!.add(userId);
        }
      }
    }
  }
  return [...found.values()].map(({ who, ...rest }) => ({ ...rest, people: who.map((those) => those.size) }));
};
