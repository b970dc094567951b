import { MEASURE_SAYS } from '../../domain/measure-sayings.ts';
import { adoptionAnswer } from '../../domain/questions/adoption/adoption-answer.ts';
import type { AdoptionCount } from '../../domain/questions/adoption/adoption-reference.ts';
import type { AdoptionQuestion } from '../../question-contracts.ts';
import { adoptionCounts, adoptionUnits } from '../../store/questions/adoption.ts';
import { type QuestionEngine, refuseBreakdown, wrongPart } from './question-engine.ts';

/** Answers which share of those who may use a feature does; a part names the feature by its index, and who used it (`reached`) or did not (`dropped`). */
export const adoptionEngine: QuestionEngine<AdoptionQuestion> = {
  answer: async (run, { question, scope, frame }) => {
    refuseBreakdown(question);
    return adoptionAnswer(await run<AdoptionCount>(adoptionCounts(scope, question, frame)), question);
  },
  units: ({ question, scope, frame }, { part, offset, limit }) => {
    const feature = part.index ?? 0;
    if (feature >= question.features.length)
      throw wrongPart('index', MEASURE_SAYS.part_number_unknown({ count: question.features.length }));
    const outcome = part.outcome ?? 'reached';
    if (outcome !== 'eligible' && outcome !== 'reached' && outcome !== 'dropped') {
      throw wrongPart('outcome', MEASURE_SAYS.part_outcome_unknown({ outcomes: ['eligible', 'reached', 'dropped'], outcome }));
    }
    return adoptionUnits(scope, question, { frame, part: { feature, outcome, offset, limit } });
  },
};
