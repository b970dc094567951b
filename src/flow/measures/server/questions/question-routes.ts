import { AppError } from '#kernel/app-error.ts';
import type { ClickHouse } from '#platform/clickhouse.ts';
import { type ContextOf, type Route, route } from '#platform/http.ts';
import { MEASURE_SAYS } from '../../domain/measure-sayings.ts';
import * as contracts from '../../question-contracts.ts';
import type { MeasuresDeps } from '../deps.ts';
import { createQuestions } from './ask-question.ts';
import type { QuestionReader } from './prepare-question.ts';
import { questionFields } from './question-fields.ts';
import { createQuestionUnits } from './question-units.ts';

/** The routes of product analytics; what takes long is asked of the `queue`: ask, list the units behind a part of an answer, stop what runs. */
export const questionRoutes = (deps: MeasuresDeps, queue: ClickHouse): readonly Route[] => {
  const questions = createQuestions(deps, queue);
  const units = createQuestionUnits(deps);
  const reader = ({ may }: ContextOf<'records.read'>): QuestionReader => ({ money: may('money.read'), people: may('personal.read') });
  return [
    route(contracts.askQuestion, ({ body: { question, run } }, context) =>
      questions.ask({ workspace: context.workspace, question, run, sees: reader(context) }),
    ),
    route(contracts.listQuestionUnits, ({ body, query }, context) =>
      units({ workspace: context.workspace, ...body, sees: reader(context), limit: query.limit, cursor: query.cursor }),
    ),
    route(contracts.listQuestionFields, ({ query }, context) =>
      questionFields(deps, { ws: context.workspace.ws, events: namesIn(query.events), sees: reader(context) }),
    ),
    route(contracts.cancelQuestion, async ({ params }, { workspace }) => {
      if (!questions.cancel(workspace, params.run)) throw new AppError('not_found', MEASURE_SAYS.question_not_running());
      return { ok: true } as const;
    }),
  ];
};

const namesIn = (text: string | undefined): readonly string[] => (text ?? '').split(',').filter(Boolean);
