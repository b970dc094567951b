import type { PlayDefinition } from '#kernel/play.ts';

/** Somebody should help a new customer who has not begun. */
export const notActivatedIn14Days: PlayDefinition = {
  id: 'activate.not_activated_in_14_days',
  version: 1,
  name: { en: 'Not activated in 14 days', 'zh-CN': '14 天未激活', es: 'Sin activar en 14 días' },
  words: {
    en: 'A new customer has paid for 14 days and has not reached the activation milestone: the owner helps them begin.',
    'zh-CN': '新客户付费满 14 天仍未达到激活里程碑：由负责人帮助其用起来。',
    es: 'Un cliente nuevo lleva 14 días pagando sin llegar al hito de activación: su responsable le ayuda a empezar.',
  },
  trigger: { kind: 'date_near', field: 'customer_since', days: -14 },
  audience: {
    all: [
      { field: 'mrr', op: 'gt', value: 0 },
      { field: 'stage', op: 'is', value: 'onboarding' },
    ],
  },
  holdOutPercent: 10,
  steps: [
    {
      kind: 'task',
      title: {
        en: 'Help them begin: not activated after 14 days',
        'zh-CN': '帮助客户上手：14 天仍未激活',
        es: 'Ayúdales a empezar: 14 días sin activarse',
      },
      advice: {
        en: 'Look at the timeline: have they signed in at all, and where did they stop? Offer 30 minutes with their own data on a shared screen, and do the first real task together rather than a tour. Ask who was to set it up and whether that person has the time. If the goal was never agreed, agree on one now, with a date.',
        'zh-CN':
          '先看时间线：他们登录过吗？卡在哪一步？约 30 分钟共享屏幕，用客户自己的数据一起完成第一件真实的工作，而不是再演示一遍。问清原定由谁负责上线、有没有时间。如果从未约定目标，现在就约定一个，并定下日期。',
        es: 'Mira la cronología: ¿han entrado alguna vez, dónde se pararon? Ofrece 30 minutos compartiendo pantalla con sus propios datos y haced juntos la primera tarea real, no otra demostración. Pregunta quién debía ponerlo en marcha y si tiene tiempo. Si nunca se acordó un objetivo, acordad uno ahora, con fecha.',
      },
      dueInDays: 2,
    },
  ],
  goal: {
    condition: { field: 'stage', op: 'in', value: ['active', 'expanded', 'renewing'] },
    withinDays: 30,
    words: { en: 'Activated within 30 days', 'zh-CN': '30 天内激活', es: 'Activado en 30 días' },
  },
};
