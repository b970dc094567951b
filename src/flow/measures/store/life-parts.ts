import { changesPart, planChangesPart } from './subscription-parts.ts';

/** What each account paid over time, as arrays of dates and changes, and of plans where asked for. Needs `phases`. */
export const lifeParts = (isByPlan: boolean): readonly string[] =>
  isByPlan
    ? [
        planChangesPart(),
        'lives as (select account, groupArray(date) as dates, groupArray(change) as amounts, groupArray(plan) as plans from plan_changes group by account)',
      ]
    : [changesPart(), 'lives as (select account, groupArray(date) as dates, groupArray(change) as amounts from changes group by account)'];

/** Which plan did an account of `lives` pay most for at the close of this date? Of two the first by name. */
export const mainPlanSql = (open: string): string =>
  `arrayMap(name -> (arraySum((on, by, of) -> if(on <= ${open} and of = name, by, 0), dates, amounts, plans), name), arrayDistinct(plans)) as paid_for, arraySort(paid -> (-paid.1, paid.2), paid_for)[1].2`;
