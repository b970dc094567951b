import { accountScope } from './account-scope.ts';
import { lifeParts, mainPlanSql } from './life-parts.ts';
import { bindings, type Statement, withParts } from './statement.ts';
import { beliefsPart, type MoneyScope, phasesPart, planChangesPart } from './subscription-parts.ts';

/** The close of the last date before the window, and of its last date. */
export interface RetentionWindow {
  readonly opensAfter: string;
  readonly closesOn: string;
}

/**
 * Of the accounts that paid at the opening of each window, what did they pay then and at its close? Divided by plan, an account belongs to
 * the plan that it paid most for at the opening: else an upgrade would look like a loss.
 */
export const retentionSums = (scope: MoneyScope, windows: readonly RetentionWindow[]): Statement => {
  const { bind, params } = bindings();
  const isByPlan = scope.breakdown === 'plan';
  const accounts = accountScope(isByPlan ? { ...scope, breakdown: null } : scope, bind);
  const opens = bind(
    'Array(Date32)',
    windows.map((window) => window.opensAfter),
  );
  const closes = bind(
    'Array(Date32)',
    windows.map((window) => window.closesOn),
  );
  const parts = [...accounts.parts, beliefsPart(bind), phasesPart(scope, bind), ...lifeParts(isByPlan)];
  const sql = `${withParts(parts)}select ${isByPlan ? 'main_plan' : accounts.slice} as slice, w, count() as n, countIf(closing = 0) as lost,
    sum(opening) as x, sum(closing) as y, sum(kept) as k, ${SQUARES}
  from (
    select account, w, arraySum((on, by) -> if(on <= ${opens}[w], by, 0), dates, amounts) as opening,
      arraySum((on, by) -> if(on <= ${closes}[w], by, 0), dates, amounts) as closing, least(opening, closing) as kept,
      ${isByPlan ? mainPlanSql(`${opens}[w]`) : "''"} as main_plan
    from lives array join arrayEnumerate(${opens}) as w
  ) as lived ${accounts.join}
  where opening > 0 and ${accounts.where}
  group by slice, w order by slice, w`;
  return { sql, params };
};

/** What do paying accounts pay at the close of dates: the sums of `retentionSums` with x alone. Divided by plan, per plan of each account. */
export const stockSums = (scope: MoneyScope, dates: readonly string[]): Statement => {
  if (scope.breakdown !== 'plan') return retentionSums(scope, dates.map(closeOf));
  const { bind, params } = bindings();
  const accounts = accountScope({ ...scope, breakdown: null }, bind);
  const closes = bind('Array(Date32)', dates);
  const sql = `${withParts([...accounts.parts, beliefsPart(bind), phasesPart(scope, bind), planChangesPart()])}select plan as slice, w, count() as n, sum(opening) as x, sum(toFloat64(opening) * opening) as xx
  from (
    select account, plan, w, sum(if(date <= ${closes}[w], change, 0)) as opening from plan_changes array join arrayEnumerate(${closes}) as w group by account, plan, w
  ) as lived ${accounts.join}
  where opening > 0 and ${accounts.where}
  group by slice, w order by slice, w`;
  return { sql, params };
};

const closeOf = (date: string): RetentionWindow => ({ opensAfter: date, closesOn: date });

// Products of amounts leave 64 bits; their sums only serve intervals.
const SQUARES = [
  ['opening', 'opening', 'xx'],
  ['opening', 'closing', 'xy'],
  ['closing', 'closing', 'yy'],
  ['opening', 'kept', 'xk'],
  ['kept', 'kept', 'kk'],
]
  .map(([left, right, name]) => `sum(toFloat64(${left}) * ${right}) as ${name}`)
  .join(', ');
