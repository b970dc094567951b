import { AppError } from '#kernel/app-error.ts';
import type { ClickHouse } from '#platform/clickhouse.ts';
import type { MeasuredWorkspace } from '../../domain/answer.ts';
import { MEASURE_SAYS } from '../../domain/measure-sayings.ts';
import { NONE_MERGED, withMerged } from '../../domain/tracking-plan/merged-names.ts';
import type { Answer, Question, QuestionResult } from '../../question-contracts.ts';
import { ACCOUNT_EVENTS } from '../../store/account-scope.ts';
import { PERSON_EVENTS } from '../../store/questions/fields.ts';
import { readableSql } from '../../store/readable-sql.ts';
import { createPace, createPlaces, QUESTIONS_AT_ONCE } from '../admission.ts';
import { createAnswerCache } from '../answer-cache.ts';
import type { MeasuresDeps } from '../deps.ts';
import { outsideMark } from '../outside-mark.ts';
import { createFactMarks, type FactMarks } from '../watermarks.ts';
import { adoptionEngine } from './adoption-engine.ts';
import { askByHours, type ReadHourTables } from './ask-by-hours.ts';
import { funnelEngine } from './funnel-engine.ts';
import { lifecycleEngine } from './lifecycle-engine.ts';
import { createNameMemory, type NameMemory } from './name-memory.ts';
import { pathsEngine } from './paths-engine.ts';
import { matchesOf, prepareQuestion, type QuestionReader } from './prepare-question.ts';
import type { Asked, QuestionEngine, Run } from './question-engine.ts';
import { retentionEngine } from './retention-engine.ts';
import { sessionsEngine } from './sessions-engine.ts';
import { createSharedRuns } from './shared-runs.ts';
import { stickinessEngine } from './stickiness-engine.ts';
import { trendEngine } from './trend-engine.ts';

/** Who asks what; a question with the name of a run can be cancelled. */
export interface Asking {
  readonly workspace: MeasuredWorkspace;
  readonly question: Question;
  readonly sees: QuestionReader;
  readonly run?: string | undefined;
}

export interface Questions {
  /** Answers a question, from memory while no fact that it rests on has come or gone; identical questions that run are one. */
  ask(asking: Asking): Promise<QuestionResult>;
  cancel(workspace: Pick<MeasuredWorkspace, 'ws'>, run: string): boolean;
}

/** The engine of a kind of question. */
export const questionEngineOf = (question: Question): QuestionEngine<Question> =>
  ENGINES[question.kind] as unknown as QuestionEngine<Question>;

const ENGINES = {
  trend: trendEngine,
  funnel: funnelEngine,
  retention: retentionEngine,
  stickiness: stickinessEngine,
  lifecycle: lifecycleEngine,
  paths: pathsEngine,
  sessions: sessionsEngine,
  adoption: adoptionEngine,
};

interface Answered {
  readonly answer: Answer;
  readonly sql: readonly string[];
  readonly asOf: number;
  readonly known: number | null;
}

/** Makes the asking side of product analytics; questions, and statements in the `queue`, wait their turn. */
export const createQuestions = (deps: MeasuresDeps, queue: ClickHouse): Questions => {
  const cache = createAnswerCache<Answered>();
  const factMarks = createFactMarks(deps.clickhouse);
  const runs = createSharedRuns();
  const places = createPlaces(QUESTIONS_AT_ONCE);
  const pace = createPace();
  const look = createLook(deps, factMarks, createNameMemory());
  const answerOf = (looked: LookedAt, signal: AbortSignal): Promise<Answered> =>
    cache.get(looked.key, deps.clock.now(), async () => {
      const { seen, facts, known, isAllKnown } = looked;
      const before: ReadHourTables = (asOf) => looked.marks.hourTablesOf({ ...facts, asOf });
      const read: ReadHourTables = async (asOf) => (await factMarks(facts.ws)).hourTablesOf({ ...facts, asOf });
      const ask = isAllKnown
        ? askByHours(seen, { before, read, now: deps.clock.now }, (by) => answer(queue, by, signal))
        : answer(queue, seen, signal);
      return { ...(await ask), asOf: facts.asOf, known };
    });
  return {
    ask: async ({ run, ...asking }) => {
      const began = performance.now();
      const { workspace, question } = asking;
      const looked = await look(asking);
      const isKept = cache.has(looked.key, deps.clock.now());
      const answered = await runs.wait({
        // While a question waits for its turn it has not looked at any fact: whoever asks the same then shares its answer, whatever came meanwhile.
        keys: isKept ? [looked.key] : [looked.key, JSON.stringify([workspace, question])],
        run: run && nameOf(workspace, run),
        start: async ({ signal, goUnder }) => {
          if (isKept) return answerOf(looked, signal);
          const waits = !places.isFree();
          const leave = await places.take(signal, pace.of(question.kind));
          const began = performance.now();
          try {
            const now = waits ? await look(asking) : looked;
            goUnder(now.key);
            return await answerOf(now, signal);
          } finally {
            pace.took(question.kind, performance.now() - began);
            leave();
          }
        },
      });
      const { sql, known: freshness, ...found } = answered;
      return { question, ...found, freshness, sql: [...sql], tookMs: Math.round((performance.now() - began) * 10) / 10 };
    },
    cancel: (workspace, run) => runs.cancel(nameOf(workspace, run)),
  };
};

/** A question as of now, with all that its answer can depend on. */
interface LookedAt {
  readonly seen: Asked<Question>;
  readonly marks: FactMarks;
  readonly facts: ReturnType<typeof factsAsked>;
  readonly known: number | null;
  readonly isAllKnown: boolean;
  /** Equal keys, equal answers. */
  readonly key: string;
}

const createLook =
  (deps: MeasuresDeps, factMarks: ReturnType<typeof createFactMarks>, names: NameMemory) =>
  async ({ workspace, question, sees }: Omit<Asking, 'run'>): Promise<LookedAt> => {
    // First the marks, then the instant as of which is asked: what they tell of was known by then.
    const [marks, merged] = await Promise.all([factMarks(workspace.ws), deps.mergedNamesOf?.(workspace.ws)]);
    const asked = await prepareQuestion({ ...deps, mergedNamesOf: async () => merged ?? NONE_MERGED }, { workspace, question, sees });
    const facts = factsAsked(asked);
    const { known, mark, isAllKnown } = await marks.watermarkOf(facts);
    const { isNobodyMerged } = marks;
    // As of an instant that is named, what becomes known while the question runs must not be seen.
    const seen = { ...asked, names, scope: { ...asked.scope, isNobodyMerged, isAllKnown: isAllKnown && question.asOf === null } };
    const outside = outsideMark(asked.scope.outside, asked.scope.merged ?? NONE_MERGED);
    const key = JSON.stringify([workspace.ws, workspace.timeZone, workspace.weekStart, question, outside, mark]);
    return { seen, marks, facts, known, isAllKnown, key };
  };

const answer = async (queue: ClickHouse, asked: Asked<Question>, signal: AbortSignal): Promise<Pick<Answered, 'answer' | 'sql'>> => {
  const sql: string[] = [];
  const run: Run = async <Row>(statement: Parameters<Run>[0]) => {
    if (signal.aborted) throw new AppError('unavailable', MEASURE_SAYS.question_called_off());
    sql.push(readableSql(statement));
    return queue.query<Row>(statement.sql, statement.params, { signal });
  };
  return { answer: await questionEngineOf(asked.question).answer(run, asked), sql };
};

const nameOf = ({ ws }: Pick<MeasuredWorkspace, 'ws'>, run: string): string => `${ws} ${run}`;

/** Which facts a question of a workspace rests on, as of when. */
export const factsAsked = (asked: Asked<Question>) => ({
  ws: asked.scope.ws,
  events: eventsOf(asked),
  asOf: asked.frame.asOf,
  isNow: asked.question.asOf === null,
});

// Facts of any name, or those named and the snapshots from which attributes are read.
const eventsOf = ({ question, scope }: Asked<Question>): readonly string[] | null => {
  const matches = matchesOf(question);
  if (matches.some(({ events }) => events.length === 0)) return null;
  const named = withMerged(
    matches.flatMap(({ events }) => events),
    scope.merged ?? NONE_MERGED,
  );
  return [...new Set([...named, ...ACCOUNT_EVENTS, ...PERSON_EVENTS])].sort();
};
