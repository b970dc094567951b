import { accountScope } from './account-scope.ts';
import { lifeParts, mainPlanSql } from './life-parts.ts';
import { movementParts, planMovementParts } from './movement-parts.ts';
import { pageSql, sliceTest } from './paging.ts';
import { bindings, type Statement, withParts } from './statement.ts';
import { beliefsPart, changesPart, type MoneyScope, phasesPart, planChangesPart } from './subscription-parts.ts';

/** A page of rows behind a figure of revenue, of one slice or of all (null). */
export interface RevenueRowsQuestion {
  readonly scope: MoneyScope;
  readonly slice: string | null;
  readonly offset: number;
  readonly limit: number;
}

/** Which accounts paid at the close of this date, and how much? The largest first. */
export const payingAccounts = ({ scope, slice, offset, limit }: RevenueRowsQuestion, date: string): Statement => {
  const { bind, params } = bindings();
  const isByPlan = scope.breakdown === 'plan';
  const accounts = accountScope(isByPlan ? { ...scope, breakdown: null } : scope, bind);
  const held = isByPlan ? 'plan' : accounts.slice;
  const sql = `${withParts([...accounts.parts, beliefsPart(bind), phasesPart(scope, bind), isByPlan ? planChangesPart() : changesPart()])}select account, '' as label, value
  from (
    select account, ${isByPlan ? 'plan' : "'' as plan"}, sum(change) as value from ${isByPlan ? 'plan_changes' : 'changes'} where date <= toDate32(${bind('String', date)}) group by account, plan having value > 0
  ) as paying ${accounts.join}
  where ${accounts.where} and ${sliceTest(held, slice, bind)}
  order by value desc, account ${pageSql(offset, limit, bind)}`;
  return { sql, params };
};

/** Which movements were there from `from` to before `to`, of one kind or of all? The newest first. */
export const movementRows = (
  { scope, slice, offset, limit }: RevenueRowsQuestion,
  range: { readonly from: string; readonly to: string; readonly kinds: readonly string[] },
): Statement => {
  const { bind, params } = bindings();
  const isByPlan = scope.breakdown === 'plan';
  const accounts = accountScope(isByPlan ? { ...scope, breakdown: null } : scope, bind);
  const kinds = range.kinds.length === 0 ? 'true' : `kind in ${bind('Array(String)', range.kinds)}`;
  const sql = `${withParts([...accounts.parts, beliefsPart(bind), phasesPart(scope, bind), ...(isByPlan ? planMovementParts() : movementParts())])}select account, kind as label, toString(date) as date, amount as value
  from (select * from movements where date >= toDate32(${bind('String', range.from)}) and date < toDate32(${bind('String', range.to)}) and ${kinds}) as moved
  ${accounts.join} where ${accounts.where} and ${sliceTest(isByPlan ? 'plan' : accounts.slice, slice, bind)}
  order by date desc, abs(value) desc, account, label ${pageSql(offset, limit, bind)}`;
  return { sql, params };
};

/** What became of the accounts that paid at the close of `opensAfter`, by the close of `closesOn`? Losses first. */
export const retainedRows = (
  { scope, slice, offset, limit }: RevenueRowsQuestion,
  window: { readonly opensAfter: string; readonly closesOn: string },
): Statement => {
  const { bind, params } = bindings();
  const isByPlan = scope.breakdown === 'plan';
  const accounts = accountScope(isByPlan ? { ...scope, breakdown: null } : scope, bind);
  const opens = `toDate32(${bind('String', window.opensAfter)})`;
  const closes = `toDate32(${bind('String', window.closesOn)})`;
  const parts = [...accounts.parts, beliefsPart(bind), phasesPart(scope, bind), ...lifeParts(isByPlan)];
  const sql = `${withParts(parts)}select account, closing - opening as value, multiIf(closing = 0, 'lost', value < 0, 'contraction', value > 0, 'expansion', 'kept') as label
  from (
    select account, arraySum((on, by) -> if(on <= ${opens}, by, 0), dates, amounts) as opening, arraySum((on, by) -> if(on <= ${closes}, by, 0), dates, amounts) as closing,
      ${isByPlan ? mainPlanSql(opens) : "''"} as main_plan
    from lives
  ) as lived ${accounts.join}
  where opening > 0 and ${accounts.where} and ${sliceTest(isByPlan ? 'main_plan' : accounts.slice, slice, bind)}
  order by value, account ${pageSql(offset, limit, bind)}`;
  return { sql, params };
};
