import { AppError } from '#kernel/app-error.ts';
import { addDays, dateOf, startOfDate } from '#kernel/calendar.ts';
import { RECORD_SAYS } from '#kernel/record-sayings.ts';
import { type ContextOf, type Route, route } from '#platform/http.ts';
import * as contracts from '../contracts.ts';
import { movesAsOf } from '../domain/lifecycle/ledger.ts';
import { SIGNAL_SAYS } from '../domain/signal-sayings.ts';
import { believedOf, readLedgers } from '../store/ledger.ts';
import { readProgress } from '../store/progress.ts';
import type { SignalsDeps } from './deps.ts';
import { healthOfAccount, overrideHealthOfAccount } from './health-of-account.ts';
import { HISTORY } from './history.ts';
import { leadScoreOfPerson } from './lead.ts';
import { keepRules, presentRules, previewRules, rulesVersions } from './lifecycle-rules.ts';
import { river, riverAccounts } from './river.ts';
import { keepSignal, readHealthFormula, readLeadFormula, signalCards, versionsOfSignal } from './signal-cards.ts';
import { previewHealth, previewLeadScore } from './signal-preview.ts';

/** What the routes need beside the stores. */
export interface SignalRoutesDeps extends SignalsDeps {
  /** Asks for the whole history of a workspace to be made anew, later. */
  askForHistory(ws: number): Promise<void>;
  /** Asks for another look at all accounts of a workspace. */
  touchAll(ws: number): Promise<void>;
}

/** Answers lifecycle, river, health, lead score and formulas. */
export const signalRoutes = (deps: SignalRoutesDeps): readonly Route[] => [
  ...riverRoutes(deps),
  ...lifecycleRoutes(deps),
  ...scoreRoutes(deps),
];

const riverRoutes = (deps: SignalRoutesDeps): readonly Route[] => [
  route(contracts.getRiver, async ({ query }, context) => {
    const { workspace } = context;
    const [span, freshness] = [spanOf(query, context), await deps.newestKnown(workspace.ws)];
    const question = { ...span, currency: workspace.currency, money: context.may('money.read'), freshness };
    return river(deps.postgres.db, workspace.ws, { question, isNow: query.asOf === undefined, filter: query });
  }),
  route(contracts.listRiverAccounts, async ({ query }, context) => {
    const { part, stage, next, limit, cursor } = query;
    const { rows, total } = await riverAccounts(deps.postgres.db, context.workspace.ws, {
      span: spanOf(query, context),
      isNow: query.asOf === undefined,
      filter: query,
      page: { part, stage, next: next ?? null, after: cursor === undefined ? null : readCursor(cursor), limit: limit + 1 },
    });
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const money = context.may('money.read');
    return {
      rows: page.map(({ num: _, n: __, ...row }) => ({ ...row, mrrMinor: money ? row.mrrMinor : null })),
      nextCursor: rows.length > limit && last ? [last.enteredAt, last.num, last.n].join('.') : null,
      total,
    };
  }),
];

const lifecycleRoutes = (deps: SignalRoutesDeps): readonly Route[] => [
  route(contracts.getLifecycleRules, (_, { workspace }) => presentRules(deps, workspace.ws)),
  route(contracts.listLifecycleRulesVersions, async (_, { workspace }) => ({ rows: await rulesVersions(deps, workspace.ws) })),
  route(contracts.previewLifecycleRules, ({ body }, { workspace }) => previewRules(deps, workspace, body.rules)),
  route(contracts.saveLifecycleRules, async ({ body }, { workspace, actor }) => {
    const reach = body.recompute ? 'history' : 'future';
    const saved = await keepRules(deps, workspace.ws, { rules: body.rules, reach, by: actor.name });
    if (body.recompute) await deps.askForHistory(workspace.ws);
    return saved;
  }),
  route(contracts.getHistoryProgress, async (_, { workspace }) => {
    const progress = await readProgress(deps.postgres.db, workspace.ws, HISTORY);
    return {
      running: progress !== null && progress.finishedAt === null,
      done: progress?.done ?? 0,
      total: progress?.total ?? 0,
      finishedAt: progress?.finishedAt ?? null,
    };
  }),
  route(contracts.listLifecycleMoves, async ({ params, query }, { workspace, now }) => {
    const account = await accountOf(deps, workspace.ws, params.id);
    const ledger = (await readLedgers(deps.postgres.db, workspace.ws, [account])).get(account) ?? [];
    return { rows: [...movesAsOf(ledger.map(believedOf), query.asOf ?? now)] };
  }),
];

const scoreRoutes = (deps: SignalRoutesDeps): readonly Route[] => [
  route(contracts.getHealth, async ({ params, query }, { workspace, now }) =>
    healthOfAccount(deps, workspace, {
      account: await accountOf(deps, workspace.ws, params.id),
      asOf: query.asOf ?? now,
      isNow: query.asOf === undefined,
    }),
  ),
  route(contracts.overrideHealth, async ({ params, body }, { workspace, actor }) => {
    const account = await accountOf(deps, workspace.ws, params.id);
    await overrideHealthOfAccount(deps, workspace, { account, author: actor.name, override: body });
    return { ok: true };
  }),
  route(contracts.getLeadScore, async ({ params, query }, { workspace, now }) => {
    const person = await deps.personNum(workspace.ws, params.id);
    if (person === null) throw new AppError('not_found', RECORD_SAYS.person_gone({ id: params.id }));
    return leadScoreOfPerson(deps, workspace.ws, { person, asOf: query.asOf ?? now });
  }),
  route(contracts.listSignals, async (_, { workspace }) => ({ rows: await signalCards(deps, workspace.ws) })),
  route(contracts.listSignalVersions, async ({ params }, { workspace }) => ({
    rows: await versionsOfSignal(deps, workspace.ws, params.id),
  })),
  route(contracts.previewSignal, async ({ params, body: { definition } }, { workspace, may }) =>
    params.id === 'health'
      ? previewHealth(deps, workspace, readHealthFormula(definition, 1))
      : previewLeadScore(deps, workspace.ws, { tried: readLeadFormula(definition, 1), withNames: may('personal.read') }),
  ),
  route(contracts.saveSignal, async ({ params, body }, { workspace, actor }) => {
    const card = await keepSignal(deps, workspace.ws, { signal: params.id, definition: body.definition, by: actor.name });
    await deps.touchAll(workspace.ws);
    return card;
  }),
];

const USUAL_DAYS = 90;

/** The period that is asked about: the last 30 days when nothing is said, and nothing after the as-of time. */
const spanOf = (
  { from, to, asOf }: { readonly from?: string | undefined; readonly to?: string | undefined; readonly asOf?: number | undefined },
  { workspace: { timeZone: zone }, now }: ContextOf<'records.read'>,
) => {
  const instant = asOf ?? now;
  const end =
    to ?? (from === undefined ? addDays(dateOf(instant, zone), 1) : later(addDays(from, USUAL_DAYS), addDays(dateOf(instant, zone), 1)));
  const span = { from: from ?? addDays(end, -USUAL_DAYS), to: end, asOf: instant, zone };
  if (startOfDate(span.from, zone) >= startOfDate(span.to, zone))
    throw new AppError('invalid', SIGNAL_SAYS.period_reversed(), {
      fields: [{ field: 'query.to', code: 'order', said: SIGNAL_SAYS.period_reversed() }],
    });
  return span;
};

const later = (a: string, b: string): string => (a > b ? a : b);

const readCursor = (cursor: string) => {
  const [enteredAt, num, n] = cursor.split('.').map(Number);
  if (![enteredAt, num, n].every(Number.isSafeInteger)) throw new AppError('invalid', SIGNAL_SAYS.page_unknown());
  return { enteredAt: enteredAt!, num: num!, n: n! };
};

const accountOf = async (deps: SignalRoutesDeps, ws: number, id: string): Promise<number> => {
  const num = await deps.accountNum(ws, id);
  if (num === null) throw new AppError('not_found', RECORD_SAYS.account_gone({ id }));
  return num;
};
