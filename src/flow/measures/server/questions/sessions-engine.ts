import { MEASURE_SAYS } from '../../domain/measure-sayings.ts';
import { sessionsAnswer } from '../../domain/questions/sessions/sessions-answer.ts';
import type { ModuleTime, SessionCount } from '../../domain/questions/sessions/sessions-reference.ts';
import type { SessionsQuestion } from '../../question-contracts.ts';
import { moduleTimes, sessionCounts, sessionUnits } from '../../store/questions/sessions.ts';
import { periodOfPart, type QuestionEngine, wrongPart } from './question-engine.ts';

/** Answers how many sessions began in each period, how long they took and, per module, where the time went; a part names a module by `from`. */
export const sessionsEngine: QuestionEngine<SessionsQuestion> = {
  answer: async (run, { question, scope, frame }) => {
    const counts = run<SessionCount>(sessionCounts(scope, question, frame));
    const modules = question.module === null ? null : run<ModuleTime>(moduleTimes(scope, question, frame));
    const [counted, spent] = await Promise.all([counts, modules]);
    return sessionsAnswer({ counts: counted, modules: spent }, question, frame);
  },
  units: ({ question, scope, frame }, { part, offset, limit }) => {
    if (part.from !== null && question.module === null) throw wrongPart('from', MEASURE_SAYS.part_module_unasked());
    return sessionUnits(scope, question, {
      frame,
      part: { slice: part.slice, period: periodOfPart(frame, part), module: part.from, offset, limit },
    });
  },
};
