import { changesPart, planChangesPart } from './subscription-parts.ts';

// Amounts are never below 0, so the first net change of an account is always its first payment, and any later one from 0 a return.
const KIND = `multiIf(before = 0, if(nth = 1, 'new', 'reactivation'), after = 0, 'churn', change < 0, 'contraction', 'expansion')`;
const BEGINS = (before: string, after: string): string => `if(${before} = 0, if(${after} > 0, 1, 0), if(${after} = 0, -1, 0))`;

/** How each account's MRR moved: one net movement a date, with the change in the number of paying accounts. Needs `phases`. */
export const movementParts = (): readonly string[] => [
  changesPart(),
  `steps as (select account, date, change, sum(change) over history as after, after - change as before, row_number() over history as nth
    from changes window history as (partition by account order by date rows between unbounded preceding and current row))`,
  `movements as (select account, '' as plan, date, ${KIND} as kind, change as amount, ${BEGINS('before', 'after')} as begins, after from steps)`,
];

/**
 * How each account's MRR moved within each of its plans (`planMovementsOf` of domain/revenue): what one plan loses and another gains on a
 * date is a transfer, split by largest remainder; the kind of the rest is that of the whole account. Needs `phases`.
 */
export const planMovementParts = (): readonly string[] => [
  planChangesPart(),
  `plan_steps as (select account, plan, date, change, sum(change) over (partition by account, plan order by date rows between unbounded preceding and current row) as plan_after
    from plan_changes)`,
  `dates as (select account, date, sum(change) as net, arraySort(part -> part.1, groupArray((plan, change, plan_after))) as held,
      arrayMap(part -> part.2, held) as moved, arrayMap(part -> greatest(part.2, 0), held) as ups, arrayMap(part -> greatest(-part.2, 0), held) as downs,
      least(arraySum(ups), arraySum(downs)) as swapped
    from plan_steps group by account, date)`,
  `dated as (select *, net as change, sum(net) over history as after, after - net as before, row_number() over history as nth, ${KIND} as account_kind,
      arrayMap((i, o) -> toInt64(i) - toInt64(o), ${allocateSql('ups')}, ${allocateSql('downs')}) as transfers
    from dates window history as (partition by account order by date rows between unbounded preceding and current row))`,
  `movements as (select account, part.1 as plan, date, move.1 as kind, move.2 as amount, move.3 as begins, after from (
      select account, date, after, account_kind, part, transfer, ${BEGINS('part.3 - part.2', 'part.3')} as plan_begins
      from dated array join held as part, transfers as transfer
    ) array join [(account_kind, part.2 - transfer, if(transfer = 0, plan_begins, 0)), ('transfer', transfer, if(transfer = 0, 0, plan_begins))] as move
    where move.2 != 0 or move.3 != 0)`,
];

// `allocate` of kernel/money: whole shares first, then one unit each to the largest remainders, ties to the earlier. 128 bits: a product of two amounts.
const allocateSql = (weights: string): string => {
  const product = `toInt128(swapped) * toInt128(w)`;
  const total = `greatest(arraySum(${weights}), 1)`;
  const whole = `arrayMap(w -> intDiv(${product}, toInt128(${total})), ${weights})`;
  const rests = `arrayMap(w -> (${product}) % toInt128(${total}), ${weights})`;
  const raised = `arraySlice(arraySort((i, rest) -> (-rest, i), arrayEnumerate(${weights}), ${rests}), 1, toInt64(swapped - arraySum(${whole})))`;
  return `arrayMap((share, i) -> share + has(${raised}, i), ${whole}, arrayEnumerate(${weights}))`;
};
