import { sayings } from '#kernel/saying.ts';

/** What is said of ideas of experiments that are not there. */
export const EXPERIMENT_SAYS = sayings({
  idea_unknown: {
    en: ['There is no such experiment idea.', 'It may have been removed; look at the list of ideas.'],
    'zh-CN': ['没有这个实验想法。', '它可能已被删除；请查看想法列表。'],
    es: ['No existe esa idea de experimento.', 'Puede que se haya quitado; mira la lista de ideas.'],
  },
});
