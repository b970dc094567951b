import type { SessionsQuestion } from '../../../question-contracts.ts';
import { quantile } from '../quantile.ts';
import type { QuestionFrame } from '../question-frame.ts';
import { matching, occurrencesOf, type QuestionWorld } from '../question-world.ts';
import { largestSlices } from '../slices.ts';
import { type SessionLine, sessionLines } from './session-lines.ts';

/** The sessions of a slice that began in a period (from 1); seconds are from the first to the last fact: mean and quartiles, of all and of the `longer` ones of more than one fact (none: empty). */
export interface SessionCount {
  readonly slice: string;
  readonly period: number;
  readonly sessions: number;
  readonly units: number;
  readonly facts: number;
  readonly seconds: readonly number[];
  readonly longer: number;
  readonly secondsOfLonger: readonly number[];
}

/** How long units were in a module, in seconds, and in how many sessions they were there. */
export interface ModuleTime {
  readonly module: string;
  readonly seconds: number;
  readonly units: number;
  readonly sessions: number;
}

/** The reference of sessions: how many began in each period, and how long did they take? Slices go by the first fact of a session. */
export function sessionsReference(world: QuestionWorld, question: SessionsQuestion, frame: QuestionFrame): readonly SessionCount[] {
  const rows = linesInRange(world, question, frame).map(({ unit, facts }) => ({
    unit,
    slice: question.breakdown === null ? '' : facts[0]!.read(question.breakdown.field),
    period: frame.periods.findIndex(({ start, end }) => facts[0]!.fact.at >= start && facts[0]!.fact.at < end) + 1,
    facts: facts.length,
    seconds: (facts.at(-1)!.fact.at - facts[0]!.fact.at) / 1_000,
  }));
  const sliced = largestSlices(rows, question.breakdown?.top ?? null);
  return [...Map.groupBy(sliced, ({ slice, period }) => JSON.stringify([slice, period])).values()].map((own) => {
    const longer = own.filter(({ facts }) => facts > 1);
    return {
      slice: own[0]!.slice,
      period: own[0]!.period,
      sessions: own.length,
      units: new Set(own.map(({ unit }) => unit)).size,
      facts: own.reduce((sum, { facts }) => sum + facts, 0),
      seconds: spread(own),
      longer: longer.length,
      secondsOfLonger: longer.length === 0 ? [] : spread(longer),
    };
  });
}

const spread = (sessions: readonly { readonly seconds: number }[]): readonly number[] => {
  const seconds = sessions.map((session) => session.seconds);
  return [seconds.reduce((sum, one) => sum + one, 0) / seconds.length, ...[0.25, 0.5, 0.75].map((level) => quantile(seconds, level))];
};

/**
 * The reference of time per module: the time from a fact to the next one of its session is spent in the module of the first. The last fact takes none, so
 * that the modules' seconds add up to those of the sessions; '' is no module.
 */
export function moduleReference(world: QuestionWorld, question: SessionsQuestion, frame: QuestionFrame): readonly ModuleTime[] {
  const stays = linesInRange(world, question, frame).flatMap(({ unit, facts }, session) =>
    facts.map((one, index) => ({
      ...{ unit, session, module: question.module === null ? '' : one.read(question.module) },
      seconds: ((facts[index + 1] ?? one).fact.at - one.fact.at) / 1_000,
    })),
  );
  return [...Map.groupBy(stays, ({ module }) => module)].map(([module, own]) => ({
    module,
    seconds: own.reduce((sum, { seconds }) => sum + seconds, 0),
    units: new Set(own.map(({ unit }) => unit)).size,
    sessions: new Set(own.map(({ session }) => session)).size,
  }));
}

const linesInRange = (world: QuestionWorld, question: SessionsQuestion, { start, end, asOf }: QuestionFrame): readonly SessionLine[] => {
  const found = matching(occurrencesOf(world, { ...question, asOf }), question.match, asOf);
  return sessionLines(
    [...found].filter(({ fact }) => fact.at >= start && fact.at < end),
    question.gapMinutes,
  );
};
