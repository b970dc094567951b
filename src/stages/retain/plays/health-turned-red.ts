import type { PlayDefinition } from '#kernel/play.ts';

/** Somebody should call a customer whose health has just turned red. */
export const healthTurnedRed: PlayDefinition = {
  id: 'retain.health_turned_red',
  version: 1,
  name: { en: 'Health turned red', 'zh-CN': '健康度转红', es: 'La salud pasó a rojo' },
  words: {
    en: 'A paying customer’s health fell into the red: its owner calls while there is still something to save.',
    'zh-CN': '付费客户的健康度跌入红色：趁还有挽回余地，由负责人联系。',
    es: 'La salud de un cliente que paga cayó a rojo: su responsable llama mientras aún hay algo que salvar.',
  },
  trigger: { kind: 'signal_crosses', signal: 'health', to: 'bad' },
  audience: { field: 'mrr', op: 'gt', value: 0 },
  holdOutPercent: 10,
  steps: [
    {
      kind: 'task',
      title: { en: 'Call them: their health turned red', 'zh-CN': '联系客户：健康度已转红', es: 'Llámalos: su salud pasó a rojo' },
      advice: {
        en: 'Read the reasons on the account page first; the one that lost the most points is your opening. If use fell, ask who has stopped and what they do instead. If tickets wait, bring their state with you. Call, do not write, and speak to the person who decides as well as the one who uses it. End with one promise and a date, and write both down as a note.',
        'zh-CN':
          '先看客户页上的原因，失分最多的一项就是你的开场。使用下降，就问清谁停用了、现在用什么代替；有未结工单，先查好进展再联系。打电话，不要只发消息；除了使用者，也要和决策人谈。结束时给出一个承诺和一个日期，并记成备注。',
        es: 'Lee primero los motivos en la ficha: el que más puntos perdió es tu apertura. Si bajó el uso, pregunta quién lo dejó y qué usa en su lugar. Si hay tickets pendientes, lleva su estado. Llama en vez de escribir, y habla con quien decide además de con quien lo usa. Termina con una promesa y una fecha, y apúntalas en una nota.',
      },
      dueInDays: 2,
    },
  ],
  goal: {
    condition: { field: 'health_band', op: 'in', value: ['good', 'watch'] },
    withinDays: 60,
    words: { en: 'Out of the red within 60 days', 'zh-CN': '60 天内脱离红色', es: 'Fuera del rojo en 60 días' },
  },
};
