import { AppError } from '#kernel/app-error.ts';
import type { EndpointParsed } from '#kernel/endpoint.ts';
import { RECORD_SAYS } from '#kernel/record-sayings.ts';
import type { Words } from '#kernel/words.ts';
import { newId } from '#platform/clock.ts';
import { type ContextOf, type Route, route } from '#platform/http.ts';
import { SEGMENT_SAYS } from '../../domain/segments/segment-sayings.ts';
import * as contracts from '../../segment-contracts.ts';
import { checksOf } from '../../store/segments/checks.ts';
import { replacementsOf } from '../../store/segments/replacements.ts';
import { changeSegment, insertSegment, removeSegment, type StoredSegment, segmentById, segmentsOf } from '../../store/segments/segments.ts';
import { memberPage, type StayCursor, turnPage } from '../../store/segments/stay-lists.ts';
import { checkCondition } from './check-condition.ts';
import type { SegmentsDeps } from './deps.ts';
import type { Keeper } from './keeper.ts';
import { changeByHand, namedUnits, unitsBehind } from './lists-by-hand.ts';
import { presentSegments, sizesOf } from './present.ts';
import { createPreview, explainUnit, namesOf } from './preview.ts';
import { replaceSegment } from './replace-segment.ts';
import { usesOfSegments } from './segment-uses.ts';

/** Names shown of those that are not known. */
const MOST_NAMED = 5;

const CHECKS_SHOWN = 30;

/** The routes of segments. */
export const segmentRoutes = (deps: SegmentsDeps, keeper: Keeper): readonly Route[] => [
  ...recordRoutes(deps, keeper),
  ...askRoutes(deps),
  ...memberRoutes(deps, keeper),
];

type Context = Pick<ContextOf<'records.read'>, 'workspace' | 'may'>;

const recordRoutes = (deps: SegmentsDeps, keeper: Keeper): readonly Route[] => {
  const { db, transaction } = deps.postgres;
  const one = async ({ workspace }: Context, id: string): Promise<contracts.Segment> => {
    const found = (await presentSegments(deps, workspace)).find((segment) => segment.id === id);
    return found ?? notFound(id);
  };
  return [
    route(contracts.listSegments, async (_, { workspace }) => ({ rows: [...(await presentSegments(deps, workspace))] })),
    route(contracts.getSegment, async ({ params }, context) => one(context, params.id)),
    route(contracts.createSegment, async ({ body }, context) => {
      const { workspace, actor, now, may } = context;
      const { members, behind, ...segment } = body;
      const id = newId('segment', now);
      const segments = await segmentsOf(db, workspace.ws);
      if (body.condition)
        checkCondition(deps.units, {
          workspace,
          segments,
          unit: body.unit,
          condition: body.condition,
          mayMoney: may('money.read'),
          of: id,
        });
      const put = await membersOfNew(deps, context, { unit: body.unit, members, behind });
      await transaction((tx) => insertSegment(tx, workspace.ws, { ...segment, id, createdAt: now, createdBy: actor.id }));
      if (body.condition) await keeper.redefine(workspace, id);
      else await changeByHand(deps, keeper, { workspace, segment: await stored(deps, workspace.ws, id) }, { entered: put });
      return one(context, id);
    }),
    route(contracts.updateSegment, async ({ params, body }, context) => {
      const { workspace, actor, now, may } = context;
      const segment = await stored(deps, workspace.ws, params.id);
      if (body.condition) {
        if (segment.condition === null) throw new AppError('conflict', SEGMENT_SAYS.segment_by_hand({ name: segment.name }));
        const segments = await segmentsOf(db, workspace.ws);
        checkCondition(deps.units, {
          workspace,
          segments,
          unit: segment.unit,
          condition: body.condition,
          mayMoney: may('money.read'),
          of: segment.id,
        });
      }
      await transaction((tx) => changeSegment(tx, workspace.ws, segment.num, { ...body, by: actor.id, at: now }));
      if (body.condition) await keeper.redefine(workspace, segment.id);
      return one(context, segment.id);
    }),
    route(contracts.deleteSegment, async ({ params }, { workspace }) => {
      const segment = await stored(deps, workspace.ws, params.id);
      const uses = (await usesOfSegments(deps, workspace.ws, await segmentsOf(db, workspace.ws))).get(segment.id) ?? [];
      if (uses.length > 0) throw inUse(segment.name, uses);
      await transaction((tx) => removeSegment(tx, workspace.ws, segment.num));
      return { ok: true } as const;
    }),
    route(contracts.replaceSegment, async ({ params, body }, context) => {
      const { ws } = context.workspace;
      const [from, to] = [await stored(deps, ws, params.id), await stored(deps, ws, body.with)];
      return { uses: [...(await replaceSegment(deps, keeper, { context, from, to }))] };
    }),
  ];
};

const USED_BY = {
  segment: SEGMENT_SAYS.segment_used_by_segment,
  play: SEGMENT_SAYS.segment_used_by_play,
  question: SEGMENT_SAYS.segment_used_by_question,
  board: SEGMENT_SAYS.segment_used_by_board,
  view: SEGMENT_SAYS.segment_used_by_view,
} as const satisfies Record<contracts.SegmentUse['kind'], unknown>;

// One line a use, under a field that says what it is, so that a program can follow it.
const inUse = (name: string, uses: readonly contracts.SegmentUse[]): AppError =>
  new AppError('conflict', SEGMENT_SAYS.segment_in_use({ name, count: uses.length }), {
    fields: uses.map((use) => ({
      field: `${use.kind}.${use.id}`,
      code: 'in_use',
      said: USED_BY[use.kind]({ name: typeof use.name === 'string' ? alike(use.name) : use.name }),
    })),
  });

const alike = (name: string): Words => ({ en: name, 'zh-CN': name, es: name });

const askRoutes = (deps: SegmentsDeps): readonly Route[] => {
  const preview = createPreview(deps);
  const checked = async ({ workspace, may }: Context, body: Pick<Parameters<typeof checkCondition>[1], 'unit' | 'condition'>) => {
    const segments = await segmentsOf(deps.postgres.db, workspace.ws);
    checkCondition(deps.units, { workspace, segments, ...body, mayMoney: may('money.read') });
    return { workspace, ...body };
  };
  return [
    route(contracts.previewSegment, async ({ body }, context) => {
      const found = await preview(await checked(context, body));
      return { ...found, sample: found.sample.map((unit) => shownName(unit, body.unit, context)) };
    }),
    route(contracts.explainSegment, async ({ body: { id, ...body } }, context) => {
      const num = await unitNum(deps, context.workspace.ws, body.unit, id);
      const asked = await checked(context, body);
      const named = (await namesOf(deps, context.workspace.ws, body.unit, [num])).get(num) ?? { id, name: null };
      return { ...shownName(named, body.unit, context), ...(await explainUnit(deps, asked, num)) };
    }),
  ];
};

const memberRoutes = (deps: SegmentsDeps, keeper: Keeper): readonly Route[] => {
  const { db } = deps.postgres;
  return [
    route(contracts.listSegmentMembers, async ({ params, query }, context) => {
      const { num, unit } = await stored(deps, context.workspace.ws, params.id);
      const asked = { unit, search: query.search ?? '', asOf: query.asOf ?? null, after: readCursor(query.cursor), limit: query.limit + 1 };
      const rows = await memberPage(db, { ws: context.workspace.ws, num }, asked);
      return pageWith(
        rows,
        query.limit,
        (row) => ({ at: row.enteredAt, num: row.num }),
        (row) => shownName(row, unit, context),
      );
    }),
    route(contracts.listSegmentTurns, async ({ params, query }, context) => {
      const { num, unit } = await stored(deps, context.workspace.ws, params.id);
      const of = query.of === undefined ? null : await unitNum(deps, context.workspace.ws, unit, query.of);
      const rows = await turnPage(
        db,
        { ws: context.workspace.ws, num },
        { unit, of, after: readCursor(query.cursor), limit: query.limit + 1 },
      );
      return pageWith(
        rows,
        query.limit,
        (row) => row,
        (row) => shownName(row, unit, context),
      );
    }),
    route(contracts.getSegmentSizes, async ({ params, query }, { workspace }) => {
      const segment = await stored(deps, workspace.ws, params.id);
      const [days, checks, replaced] = await Promise.all([
        sizesOf(deps, workspace, segment, query.days),
        checksOf(db, { ws: workspace.ws, num: segment.num }, CHECKS_SHOWN),
        replacementsOf(db, workspace.ws, segment.id),
      ]);
      return { days: [...days], checks: [...checks], replaced: [...replaced] };
    }),
    route(contracts.addSegmentMembers, async ({ params, body }, { workspace }) => {
      const segment = await stored(deps, workspace.ws, params.id);
      const { nums, unknown } = await namedUnits(deps, workspace.ws, segment.unit, body.members);
      const added = await changeByHand(deps, keeper, { workspace, segment }, { entered: nums });
      return { added, already: nums.length - added, unknown: [...unknown] };
    }),
    route(contracts.removeSegmentMembers, async ({ params, body }, { workspace }) => {
      const segment = await stored(deps, workspace.ws, params.id);
      const { nums, unknown } = await namedUnits(deps, workspace.ws, segment.unit, body.members);
      return { removed: await changeByHand(deps, keeper, { workspace, segment }, { left: nums }), unknown: [...unknown] };
    }),
  ];
};

type NewMembers = Pick<EndpointParsed<typeof contracts.createSegment>['body'], 'unit' | 'members' | 'behind'>;

const membersOfNew = async (
  deps: SegmentsDeps,
  { workspace, may }: Context,
  { unit, members = [], behind }: NewMembers,
): Promise<readonly number[]> => {
  const { nums, unknown } = await namedUnits(deps, workspace.ws, unit, members);
  if (unknown.length > 0) {
    const examples = unknown.length > MOST_NAMED ? [...unknown.slice(0, MOST_NAMED), '…'] : unknown;
    const said = SEGMENT_SAYS.members_unknown({ count: unknown.length, all: members.length, examples });
    throw new AppError('invalid', said, { fields: [{ field: 'body.members', code: 'unknown_member', said }] });
  }
  if (!behind) return nums;
  const sees = { money: may('money.read'), people: may('personal.read') };
  const kept =
    'metric' in behind ? deps.metricUnits(workspace, { ...behind, unit }) : unitsBehind(deps, { workspace, unit, ...behind, sees });
  return [...new Set([...nums, ...(await kept)])];
};

const stored = async ({ postgres }: SegmentsDeps, ws: number, id: string): Promise<StoredSegment> =>
  (await segmentById(postgres.db, ws, id)) ?? notFound(id);

const unitNum = async ({ directory }: SegmentsDeps, ws: number, unit: StoredSegment['unit'], id: string): Promise<number> => {
  const num = await (unit === 'account' ? directory.accountNum(ws, id) : directory.personNum(ws, id));
  if (num === null)
    throw new AppError('not_found', unit === 'account' ? RECORD_SAYS.account_gone({ id }) : RECORD_SAYS.person_gone({ id }));
  return num;
};

const notFound = (id: string): never => {
  throw new AppError('not_found', SEGMENT_SAYS.segment_unknown({ id }));
};

const shownName = <Row extends { readonly name: string | null }>(row: Row, unit: StoredSegment['unit'], { may }: Context): Row =>
  unit === 'account' || may('personal.read') ? row : { ...row, name: null };

const pageWith = <Row, Shown>(found: readonly Row[], limit: number, placeOf: (row: Row) => StayCursor, show: (row: Row) => Shown) => {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const next = found.length > limit && last ? placeOf(last) : null;
  return { rows: rows.map(show), nextCursor: next && Buffer.from(JSON.stringify([next.at, next.num])).toString('base64url') };
};

const readCursor = (cursor: string | undefined): StayCursor | null => {
  if (cursor === undefined) return null;
  try {
    const [at, num] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (Number.isSafeInteger(at) && Number.isSafeInteger(num)) return { at: at as number, num: num as number };
  } catch {
    // What is no JSON is no cursor either.
  }
  throw new AppError('malformed', RECORD_SAYS.cursor_foreign());
};
