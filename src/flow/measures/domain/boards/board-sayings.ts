import { sayings } from '#kernel/saying.ts';

/** What is said of questions, boards and annotations that are not there. */
export const BOARD_SAYS = sayings({
  saved_question_unknown: {
    en: ['There is no such saved question.', 'It may have been removed; look at the list of saved questions.'],
    'zh-CN': ['没有这个已保存的问题。', '它可能已被删除；请查看已保存问题的列表。'],
    es: ['No existe esa pregunta guardada.', 'Puede que se haya quitado; mira la lista de preguntas guardadas.'],
  },
  board_unknown: {
    en: ['There is no such board.', 'It may have been removed; look at the list of boards.'],
    'zh-CN': ['没有这个看板。', '它可能已被删除；请查看看板列表。'],
    es: ['No existe ese tablero.', 'Puede que se haya quitado; mira la lista de tableros.'],
  },
  comment_not_yours: {
    en: ['There is no comment of yours of this id.', 'Only whoever wrote a comment can take it back.'],
    'zh-CN': ['没有你写的这条评论。', '只有评论的作者才能撤回它。'],
    es: ['No hay ningún comentario tuyo con ese identificador.', 'Solo quien escribió un comentario puede retirarlo.'],
  },
  annotation_unknown: {
    en: ['There is no such annotation.', 'Releases that facts tell cannot be removed here.'],
    'zh-CN': ['没有这条标注。', '由事实讲述的发布无法在此删除。'],
    es: ['No existe esa anotación.', 'Las versiones que cuentan los hechos no se pueden quitar aquí.'],
  },
});
