import {
  type Answer,
  type Engine,
  type EngineQuestion,
  instantsOf,
  type LifecyclePlan,
  NOTHING,
  type RawRow,
  type RowsQuestion,
  type Span,
  share,
  windowsOf,
} from '#flow/measures/index.ts';
import { AppError } from '#kernel/app-error.ts';
import { dateOf } from '#kernel/calendar.ts';
import { type FieldValue, fieldsOf, holds } from '#kernel/condition.ts';
import { RECORD_SAYS } from '#kernel/record-sayings.ts';
import { LIFE_STAGE_WORDS, LIFE_STAGES, type LifeStage } from '#kernel/stage-of-life.ts';
import type { Clock } from '#platform/clock.ts';
import type { Postgres } from '#platform/postgres.ts';
import { countedQuantile } from '../domain/river-counts.ts';
import {
  accountFields,
  type CountScope,
  countDays,
  countFurthest,
  countMovedOn,
  countStanding,
  listStaysBehind,
  type MovedOn,
  type SlicedAccount,
} from '../store/lifecycle-counts.ts';

type Question = EngineQuestion<LifecyclePlan>;

/** Within how many days of entering a stage does an account count as moved on? Who has had less time is not yet known. */
const CONVERSION_DAYS = 90;

/** The engine of the measures over the ledger: accounts by stage, conversion between stages, time in a stage. */
export const lifecycleMeasure = (deps: { readonly postgres: Postgres; readonly clock: Clock }): Engine<LifecyclePlan> => ({
  // The ledger is made a moment after the facts, so that facts alone do not say whether an answer is still true.
  events: () => null,
  ask: async (question) => {
    const scope = await scopeOf(deps, question);
    const { read } = question.plan;
    if (read === 'stock') return standing(deps, question, scope);
    return read === 'conversion' ? conversion(deps, question, scope) : timeInStage(deps, question, scope);
  },
  rows: async (question, part) => rowsBehind(deps, question, { part, scope: await scopeOf(deps, question) }),
});

type Deps = Parameters<typeof lifecycleMeasure>[0];

/** How old a question may be and still be one about now: what was learned meanwhile does not matter to it. */
const NOW_MS = 5_000;

const scopeOf = async ({ postgres, clock }: Deps, question: Question): Promise<CountScope> => {
  const { asOf } = question.frame;
  const belief = { ws: question.workspace.ws, asOf, isNow: asOf >= clock.now() - NOW_MS, enteredBefore: asOf + 1 };
  if (question.filter === null && question.breakdown === null) return { ...belief, accounts: null };
  return { ...belief, accounts: await slicedAccounts(postgres, question) };
};

const FIELDS: ReadonlySet<string> = new Set(['name', 'domain', 'industry', 'country', 'channel', 'plan', 'seats', 'owner']);

const slicedAccounts = async (
  { db }: Postgres,
  { workspace, filter, breakdown, frame, outside }: Question,
): Promise<readonly SlicedAccount[]> => {
  const plain = (field: string): string => field.replace(/^account\./, '');
  const isOutside = (field: string): boolean => outside.get(field)?.of === 'account';
  const odd = (filter === null ? [] : fieldsOf(filter)).find(
    (field) => !isOutside(field) && !FIELDS.has(plain(field)) && !plain(field).startsWith('x.'),
  );
  if (odd !== undefined) throw new AppError('invalid', RECORD_SAYS.field_unknown({ field: odd, fields: [...FIELDS] }));
  const accounts = await accountFields(db, workspace.ws);
  return accounts.flatMap(({ num, fields }) => {
    const read = (field: string): FieldValue => {
      const values = outside.get(field);
      return values ? (values.values.get(num) ?? values.otherwise) : (fields[plain(field)] as FieldValue);
    };
    if (filter !== null && !holds(filter, read, frame.asOf)) return [];
    return [{ account: num, slice: breakdown === null ? '*' : String(read(breakdown) ?? '') }];
  });
};

/** A series for each stage, or for each slice when the question divides by an attribute. */
const keysOf = (question: Question, rows: readonly { readonly slice: string; readonly stage: LifeStage }[]): readonly string[] =>
  question.breakdown === null
    ? LIFE_STAGES.filter((stage) => rows.some((row) => row.stage === stage))
    : [...new Set(rows.map((row) => row.slice))].sort();

const keyOf = (question: Question, row: { readonly slice: string; readonly stage: LifeStage }): string =>
  question.breakdown === null ? row.stage : row.slice;

const seriesOf = <Row extends { readonly slice: string; readonly stage: LifeStage }>(
  question: Question,
  rows: readonly Row[],
  figure: (own: readonly Row[], window: number) => Answer['total'],
): Answer['series'] =>
  keysOf(question, rows).map((key) => {
    const own = rows.filter((row) => keyOf(question, row) === key);
    return {
      key,
      label: question.breakdown === null ? LIFE_STAGE_WORDS[key as LifeStage].en : key,
      points: question.frame.spans.map((span, window) => ({ ...figure(own, window), period: span.period })),
    };
  });

const stretchesOf = ({ frame }: Question) => windowsOf(frame).map((span) => instantsOf(span, frame));

const standing = async ({ postgres }: Deps, question: Question, scope: CountScope): Promise<Answer> => {
  const ends = stretchesOf(question).map(({ end }) => end);
  const instants = [...new Set(ends)].sort((a, b) => a - b);
  const rows = await countStanding(postgres.db, scope, instants);
  const figure = (own: typeof rows, window: number) => {
    const place = instants.indexOf(ends[window]!);
    const there = own.filter((row) => row.since <= place && (row.until === null || row.until > place));
    return { value: there.reduce((sum, row) => sum + row.n, 0) };
  };
  const last = question.frame.spans.length;
  return {
    total: figure(rows, last),
    previous: figure(rows, last + 1),
    series: seriesOf(question, rows, figure),
    sql: ['lifecycle_move: stays that last at the close of each period, by stage'],
  };
};

const conversion = async ({ postgres }: Deps, question: Question, scope: CountScope): Promise<Answer> => {
  const stretches = stretchesOf(question);
  const last = question.frame.spans.length;
  const found = await countMovedOn(postgres.db, scope, { stretches, days: CONVERSION_DAYS });
  // Who churned moves on by coming back: that is a return, not a step of the river.
  const rows = found.filter((row) => row.stage !== 'churned');
  const figure = (own: readonly MovedOn[], window: number): Answer['total'] => {
    const there = own.filter((row) => row.w === window);
    const sum = (pick: (row: MovedOn) => number): number => there.reduce((total, row) => total + pick(row), 0);
    const [entered, mature] = [sum((row) => row.entered), sum((row) => row.mature)];
    return {
      ...(mature === 0
        ? { ...NOTHING, n: 0 }
        : share(
            sum((row) => row.moved),
            mature,
          )),
      ...(mature < entered && { immature: true }),
    };
  };
  const stages = LIFE_STAGES.filter((stage) => stage !== 'churned');
  const ofStage = (stage: LifeStage): readonly MovedOn[] => rows.filter((row) => row.w === last && row.stage === stage);
  const entered = (stage: LifeStage): number => ofStage(stage).reduce((sum, row) => sum + row.entered, 0);
  const first = stages.find((stage) => entered(stage) > 0);
  const furthest = first === undefined ? [] : await countFurthest(postgres.db, scope, { stage: first, stretch: stretches[last]! });
  const cohort = furthest.reduce((sum, row) => sum + row.n, 0);
  const cameTo = (stage: LifeStage): number =>
    furthest.filter((row) => LIFE_STAGES.indexOf(row.furthest) >= LIFE_STAGES.indexOf(stage)).reduce((sum, row) => sum + row.n, 0);
  return {
    total: figure(rows, last),
    previous: figure(rows, last + 1),
    series: seriesOf(question, rows, figure),
    funnel: stages.map((stage, index) => ({
      key: stage,
      label: LIFE_STAGE_WORDS[stage].en,
      units: entered(stage),
      fromFirst: first === undefined || LIFE_STAGES.indexOf(stage) < LIFE_STAGES.indexOf(first) ? NOTHING : share(cameTo(stage), cohort),
      fromPrevious: index === 0 ? NOTHING : figure(ofStage(stages[index - 1]!), last),
      medianDays: index === 0 ? null : (ofStage(stages[index - 1]!).find((row) => row.slice === '*')?.medianDays ?? null),
    })),
    sql: [`lifecycle_move: stays entered in each period, moved on within ${CONVERSION_DAYS} days`],
  };
};

const timeInStage = async ({ postgres }: Deps, question: Question, scope: CountScope): Promise<Answer> => {
  const rows = await countDays(postgres.db, scope, stretchesOf(question));
  const last = question.frame.spans.length;
  const figure = (own: typeof rows, window: number): Answer['total'] => {
    const there = own.filter((row) => row.w === window);
    return { value: countedQuantile(there, 0.5), n: there.reduce((sum, row) => sum + row.stays, 0) };
  };
  const whole = rows.filter((row) => row.w === last);
  return {
    total: figure(rows, last),
    previous: figure(rows, last + 1),
    series: seriesOf(question, rows, figure),
    table: {
      columns: [
        { key: 'stage', label: 'Stage', unit: 'text' },
        { key: 'stays', label: 'Left', unit: 'count' },
        { key: 'p25', label: 'A quarter within', unit: 'days' },
        { key: 'median', label: 'Half within', unit: 'days' },
        { key: 'p75', label: 'Three quarters within', unit: 'days' },
      ],
      rows: LIFE_STAGES.flatMap((stage) => {
        const own = whole.filter((row) => row.stage === stage);
        if (own.length === 0) return [];
        const [p25, median, p75] = [0.25, 0.5, 0.75].map((part) => countedQuantile(own, part));
        return [{ stage, stays: own.reduce((sum, row) => sum + row.stays, 0), p25: p25!, median: median!, p75: p75! }];
      }),
    },
    sql: ['lifecycle_move: days of the stays left in each period, by stage'],
  };
};

const PARTS = { stock: 'here', conversion: 'entered', time_in_stage: 'left' } as const;

const rowsBehind = async (
  { postgres }: Deps,
  question: Question,
  { part, scope }: { part: RowsQuestion; scope: CountScope },
): Promise<readonly RawRow[]> => {
  const { series, offset, limit } = part;
  const stretch = instantsOf(part.span satisfies Span, question.frame);
  const stage = LIFE_STAGES.find((one) => question.breakdown === null && one === series) ?? null;
  const found = await listStaysBehind(postgres.db, scope, {
    part: PARTS[question.plan.read],
    stretch,
    endsOn: dateOf(stretch.end, question.frame.zone),
    stage,
    slice: question.breakdown === null ? null : series,
    offset,
    limit,
  });
  return found.map((row) => ({
    account: row.account,
    person: 0,
    subject: '',
    label: row.stage,
    at: row.enteredAt,
    value: row.days,
  }));
};
