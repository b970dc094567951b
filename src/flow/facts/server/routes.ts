import { AppError } from '#kernel/app-error.ts';
import { RECORD_SAYS } from '#kernel/record-sayings.ts';
import type { ClickHouse } from '#platform/clickhouse.ts';
import { type ContextOf, type Route, route } from '#platform/http.ts';
import * as contracts from '../contracts.ts';
import { FACT_SAYS } from '../domain/fact-sayings.ts';
import { factNames, readTimeline } from '../store/timeline.ts';
import type { TimelineOwner } from '../store/timeline-reach.ts';

/** Who the facts are about; given by the room that knows. */
export interface FactRoutesDeps {
  readonly clickhouse: ClickHouse;
  /** The numbers under which an account is kept, its own and those of accounts merged into it; null when there is none. */
  accountNums(ws: number, id: string): Promise<readonly number[] | null>;
  personNum(ws: number, id: string): Promise<number | null>;
  peopleByNums(ws: number, nums: readonly number[]): Promise<ReadonlyMap<number, { id: string; name: string | null }>>;
}

/** Answers timelines and the list of facts. */
export const factRoutes = (deps: FactRoutesDeps): readonly Route[] => [
  route(contracts.getAccountTimeline, async ({ params, query }, context) => {
    const accounts = found(await deps.accountNums(context.workspace.ws, params.id), 'account', params.id);
    return timeline(deps, { accounts }, query, context);
  }),
  route(contracts.getPersonTimeline, async ({ params, query }, context) => {
    const person = found(await deps.personNum(context.workspace.ws, params.id), 'person', params.id);
    return timeline(deps, { person }, query, context);
  }),
  route(contracts.listFactNames, async (_, { workspace }) => ({ rows: await factNames(deps.clickhouse, workspace.ws) })),
];

interface TimelineQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly groups?: string | undefined;
  readonly asOf?: number | undefined;
  readonly before?: number | undefined;
}

const timeline = async (deps: FactRoutesDeps, owner: TimelineOwner, query: TimelineQuery, context: ContextOf<'records.read'>) => {
  const { workspace, now } = context;
  const groups = contracts.FactGroup.array().safeParse((query.groups ?? '').split(',').filter(Boolean));
  if (!groups.success) throw unknownGroups();
  const before = query.cursor ? Number(query.cursor) : (query.before ?? Number.MAX_SAFE_INTEGER);
  const rows = await readTimeline(deps.clickhouse, {
    ws: workspace.ws,
    owner,
    groups: groups.data,
    asOf: query.asOf ?? now,
    before: Math.min(before, LAST_INSTANT),
    limit: query.limit + 1,
    timeZone: workspace.timeZone,
  });
  const page = rows.slice(0, query.limit);
  const people = await deps.peopleByNums(
    workspace.ws,
    [...new Set(page.map((row) => row.person))].filter((num) => num > 0),
  );
  const mayName = context.may('personal.read');
  const mayMoney = context.may('money.read');
  return {
    rows: page.map(({ person, ...row }) => ({
      ...row,
      amountMinor: mayMoney ? row.amountMinor : null,
      personId: people.get(person)?.id ?? null,
      personName: mayName ? (people.get(person)?.name ?? null) : null,
    })),
    nextCursor: rows.length > query.limit ? String(page.at(-1)?.at) : null,
  };
};

// The event store's DateTime64 ends in 2299.
const LAST_INSTANT = Date.UTC(2290, 0, 1);

const unknownGroups = (): AppError => {
  const said = FACT_SAYS.fact_group_unknown({ groups: contracts.FactGroup.options });
  return new AppError('invalid', said, { fields: [{ field: 'query.groups', code: 'unknown_group', said }] });
};

const found = <Found>(num: Found | null, kind: 'account' | 'person', id: string): Found => {
  if (num === null)
    throw new AppError('not_found', kind === 'account' ? RECORD_SAYS.account_gone({ id }) : RECORD_SAYS.person_gone({ id }));
  return num;
};
