import { defineMessages } from '#web/i18n/catalogue.ts';

/** The words of the lead score with its reasons. */
export const leadText = defineMessages('lead', {
  en: {
    title: 'Lead score',
    grade: 'Fit {{grade}}',
    band: { hot: 'Hot', warm: 'Warm', cold: 'Cold' },
    fit: 'Who they are',
    engagement: 'What they do',
    limit: 'most that counts',
    none: 'Nothing is known yet that would give points.',
    version: 'Formula {{version}}',
  },
  'zh-CN': {
    title: '线索得分',
    grade: '匹配度 {{grade}}',
    band: { hot: '高意向', warm: '有意向', cold: '低意向' },
    fit: '是什么样的人',
    engagement: '做了什么',
    limit: '已达上限',
    none: '还没有可以计分的信息。',
    version: '公式 {{version}}',
  },
  es: {
    title: 'Puntuación del lead',
    grade: 'Encaje {{grade}}',
    band: { hot: 'Caliente', warm: 'Templado', cold: 'Frío' },
    fit: 'Quién es',
    engagement: 'Qué hace',
    limit: 'tope',
    none: 'Todavía no se sabe nada que dé puntos.',
    version: 'Fórmula {{version}}',
  },
});
