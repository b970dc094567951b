import { defineMessages } from '#web/i18n/catalogue.ts';

/** What the explorer is called in the sidebar; its own words come with its pages. */
export const exploreSliceText = defineMessages('explore', {
  en: {
    title: 'Explore',
    questions: 'Saved questions',
    boards: 'Boards',
    ask: {
      trend: 'Ask: trend, how much over time',
      funnel: 'Ask: funnel, how many go on from step to step',
      retention: 'Ask: retention, who comes back and who leaves',
      paths: 'Ask: paths, what they do before and after',
      stickiness: 'Ask: stickiness, daily and monthly actives',
      lifecycle: 'Ask: lifecycle, new, returning and lost',
      sessions: 'Ask: sessions, visits and the time in each module',
      adoption: 'Ask: feature adoption, who uses what',
    },
  },
  'zh-CN': {
    title: '探索',
    questions: '已保存的问题',
    boards: '看板',
    ask: {
      trend: '提问：趋势，数量随时间怎样变化',
      funnel: '提问：漏斗，每一步有多少人继续',
      retention: '提问：留存，谁会回来，谁会离开',
      paths: '提问：路径，先做什么、后做什么',
      stickiness: '提问：黏性，日活、周活与月活',
      lifecycle: '提问：生命周期，新来、回流与流失',
      sessions: '提问：访问，以及在各模块的用时',
      adoption: '提问：功能采用，谁在用哪个功能',
    },
  },
  es: {
    title: 'Explorar',
    questions: 'Preguntas guardadas',
    boards: 'Tableros',
    ask: {
      trend: 'Preguntar: tendencia, cuánto a lo largo del tiempo',
      funnel: 'Preguntar: embudo, cuántos siguen en cada paso',
      retention: 'Preguntar: retención, quién vuelve y quién se va',
      paths: 'Preguntar: recorridos, qué hacen antes y después',
      stickiness: 'Preguntar: frecuencia, activos al día y al mes',
      lifecycle: 'Preguntar: ciclo de vida, nuevos, que vuelven y perdidos',
      sessions: 'Preguntar: visitas y tiempo en cada módulo',
      adoption: 'Preguntar: adopción de funciones, quién usa qué',
    },
  },
});
