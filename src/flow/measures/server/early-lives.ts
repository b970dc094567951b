import { addDays, dateOf } from '#kernel/calendar.ts';
import type { MeasuredWorkspace } from '../domain/answer.ts';
import { NOTHING_PLANNED, type PlannedNames } from '../domain/tracking-plan/merged-names.ts';
import { type EarlyRow, earlyDoings, firstLives, type LifeRow } from '../store/early-lives.ts';
import { rowsOf } from '../store/statement.ts';
import type { MoneyScope } from '../store/subscription-parts.ts';
import type { MeasuresDeps } from './deps.ts';

/** What customers did at first, and whether they stayed: of those of whom it is known. */
export interface EarlyLives {
  readonly starts: readonly {
    readonly account: number;
    readonly startedOn: string;
    readonly plan: string;
    readonly seats: number | null;
    readonly stayed: boolean;
  }[];
  /** How often, and by how many people, within so many days of the start; in the order of the starts. */
  readonly counts: readonly {
    readonly event: string;
    readonly feature: string | null;
    readonly withinDays: number;
    readonly times: Uint32Array;
    readonly people: Uint32Array;
  }[];
  /** Customers left out: too young to know, bound by a term that cannot end sooner, gone before the longest window was over. */
  readonly leftOut: { readonly young: number; readonly bound: number; readonly goneAtOnce: number };
  readonly sql: readonly string[];
}

export interface EarlyLivesQuestion {
  /** UTC ms. */
  readonly asOf: number;
  /** After so many local days from the first paid day it is asked whether a customer is still one. */
  readonly horizonDays: number;
  /** Ascending. */
  readonly windows: readonly number[];
}

/** What is needed to look at early lives. */
export interface EarlyLivesDeps extends Pick<MeasuresDeps, 'clickhouse' | 'ratesOf'> {
  /** Merged names count as one, and hidden ones are nobody's behaviour. */
  plannedNamesOf?(ws: number): Promise<PlannedNames>;
}

/** Asks the event store, in two passes, who began, and what each did in its first days. */
export const createEarlyLives =
  ({ clickhouse, ratesOf = async () => new Map(), plannedNamesOf = async () => NOTHING_PLANNED }: EarlyLivesDeps) =>
  async (workspace: MeasuredWorkspace, { asOf, horizonDays, windows }: EarlyLivesQuestion): Promise<EarlyLives> => {
    const today = dateOf(asOf, workspace.timeZone);
    const scope: MoneyScope = {
      ...{ ws: workspace.ws, asOf, breakdown: null, filter: null, observedThrough: today, currency: workspace.currency },
      rates: await ratesOf(workspace),
    };
    const whole = firstLives(scope);
    const lives = await rowsOf<LifeRow>(clickhouse, whole);
    const { known, leftOut } = sorted(lives, { today, horizonDays, longest: Math.max(...windows) });
    const starts = known.map(({ account, began, ended, plan, seats }) => ({
      ...{ account: Number(account), startedOn: began, plan, seats: seats === null ? null : Number(seats) },
      stayed: ended === null || ended >= addDays(began, horizonDays),
    }));
    if (starts.length === 0) return { starts, counts: [], leftOut, sql: [whole.sql] };
    const dates = starts.map(({ startedOn }) => startedOn).sort();
    const names = await plannedNamesOf(workspace.ws);
    const early = earlyDoings({ scope, names, from: dates[0]!, to: dates.at(-1)!, windows, zone: workspace.timeZone });
    const rows = await rowsOf<EarlyRow>(clickhouse, early);
    const places = new Map(starts.map(({ account }, index) => [account, index]));
    return { starts, counts: rows.flatMap((row) => columnsOf(row, windows, places)), leftOut, sql: [whole.sql, early.sql] };
  };

const YEAR_DAYS = 365;
const QUARTER_DAYS = 90;

const sorted = (lives: readonly LifeRow[], { today, horizonDays, longest }: { today: string; horizonDays: number; longest: number }) => {
  const young = lives.filter(({ began }) => addDays(began, horizonDays) > today);
  const old = lives.filter(({ began }) => addDays(began, horizonDays) <= today);
  // Left out whatever became of them: leaving out only those that stayed would make the others look worse.
  const isBound = ({ term }: LifeRow): boolean =>
    (term === 'year' && horizonDays <= YEAR_DAYS) || (term === 'quarter' && horizonDays <= QUARTER_DAYS);
  const bound = old.filter(isBound);
  const free = old.filter((life) => !isBound(life));
  const known = free.filter(({ began, ended }) => ended === null || ended >= addDays(began, longest - 2));
  return { known, leftOut: { young: young.length, bound: bound.length, goneAtOnce: free.length - known.length } };
};

const columnsOf = ({ event, feature, accounts }: EarlyRow, windows: readonly number[], places: ReadonlyMap<number, number>) =>
  windows.map((withinDays, index) => {
    const [times, people] = [new Uint32Array(places.size), new Uint32Array(places.size)];
    for (const [account, often, who] of accounts) {
      const place = places.get(Number(account));
      if (place === undefined) continue;
      times[place] = Number(often[index]);
      people[place] = Number(who[index]);
    }
    return { event, feature, withinDays, times, people };
  });
