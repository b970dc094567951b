import { accountScope } from './account-scope.ts';
import { movementParts, planMovementParts } from './movement-parts.ts';
import { bindings, type Statement, withParts } from './statement.ts';
import { beliefsPart, type MoneyScope, phasesPart } from './subscription-parts.ts';

/**
 * How did MRR move in stretches of local dates? Each begins on one of `edges` (in order) and ends before the next; what lies before the first
 * is its opening, under ''. Divided by plan, each plan of an account moves by itself.
 */
export const movementTotals = (scope: MoneyScope, edges: readonly string[], until: string): Statement => {
  const { bind, params } = bindings();
  const isByPlan = scope.breakdown === 'plan';
  const accounts = accountScope(isByPlan ? { ...scope, breakdown: null } : scope, bind);
  const starts = bind('Array(Date32)', edges);
  const sql = `${withParts([...accounts.parts, beliefsPart(bind), phasesPart(scope, bind), ...(isByPlan ? planMovementParts() : movementParts())])}select
    ${isByPlan ? 'plan' : accounts.slice} as slice, stretch, kind, sum(amount) as amount, countIf(begins = 1) as came, countIf(begins = -1) as went
  from (select *, arrayCount(edge -> edge <= date, ${starts}) as passed, if(passed = 0, '', toString(${starts}[passed])) as stretch
    from movements where date < toDate32(${bind('String', until)})) as moved
  ${accounts.join} where ${accounts.where}
  group by slice, stretch, kind order by slice, stretch, kind`;
  return { sql, params };
};

/** Which currencies have no rate, and how many subscriptions are left out of every sum for it? */
export const unconvertedCurrencies = (scope: MoneyScope): Statement => {
  const { bind, params } = bindings();
  bind('UInt32', scope.ws, 'ws');
  bind('DateTime64(3)', new Date(scope.asOf), 'asOf');
  const known = bind('Array(String)', ['', scope.currency, ...scope.rates.keys()]);
  const sql = `${withParts([beliefsPart(bind)])}select currency, count() as n from beliefs where not is_removed and currency not in ${known} group by currency order by currency`;
  return { sql, params };
};
