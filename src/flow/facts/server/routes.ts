import { AppError } from '#kernel/app-error.ts';
import { RECORD_SAYS } from '#kernel/record-sayings.ts';
import type { ClickHouse } from '#platform/clickhouse.ts';
import { type ContextOf, type Route, route } from '#platform/http.ts';
import * as contracts from '../contracts.ts';
import { FACT_SAYS } from '../domain/fact-sayings.ts';
import { LAST_INSTANT, readCursor, type TimelineCursor, writeCursor } from '../domain/timeline-cursor.ts';
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
  const after = query.cursor === undefined ? null : cursorOf(query.cursor);
  // Further pages tell what was known when the first was read, so that nothing moves from one to another meanwhile.
  const asOf = after?.asOf ?? Math.min(query.asOf ?? now, LAST_INSTANT);
  const rows = await readTimeline(deps.clickhouse, {
    ws: workspace.ws,
    owner,
    groups: groups.data,
    asOf,
    before: Math.min(query.before ?? LAST_INSTANT, LAST_INSTANT),
    ...(after && { after }),
    limit: query.limit + 1,
    timeZone: workspace.timeZone,
  });
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
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
    nextCursor: last && rows.length > query.limit ? writeCursor({ asOf, at: last.at, id: last.id }) : null,
  };
};

const cursorOf = (text: string): TimelineCursor => {
  const cursor = readCursor(text);
  if (cursor === null) throw new AppError('invalid', RECORD_SAYS.cursor_foreign());
  return cursor;
};

const unknownGroups = (): AppError => {
  const said = FACT_SAYS.fact_group_unknown({ groups: contracts.FactGroup.options });
  return new AppError('invalid', said, { fields: [{ field: 'query.groups', code: 'unknown_group', said }] });
};

const found = <Found>(num: Found | null, kind: 'account' | 'person', id: string): Found => {
  if (num === null)
    throw new AppError('not_found', kind === 'account' ? RECORD_SAYS.account_gone({ id }) : RECORD_SAYS.person_gone({ id }));
  return num;
};
