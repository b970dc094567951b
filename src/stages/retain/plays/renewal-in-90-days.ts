import type { PlayDefinition } from '#kernel/play.ts';

/** Somebody should prepare a renewal before the customer decides without us. */
export const renewalIn90Days: PlayDefinition = {
  id: 'retain.renewal_in_90_days',
  version: 1,
  name: { en: 'Renewal in 90 days', 'zh-CN': '90 天内续费', es: 'Renovación en 90 días' },
  words: {
    en: 'A term ends in 90 days: the owner prepares the renewal while there is time to change the outcome.',
    'zh-CN': '合同期还剩 90 天：趁还能影响结果，由负责人准备续费。',
    es: 'Un contrato termina en 90 días: su responsable prepara la renovación mientras aún puede cambiar el resultado.',
  },
  trigger: { kind: 'date_near', field: 'renews_on', days: 90 },
  audience: {
    all: [
      { field: 'mrr', op: 'gt', value: 0 },
      // Monthly plans have always a term that ends soon; the stage is for terms worth a conversation.
      { field: 'stage', op: 'is', value: 'renewing' },
    ],
  },
  holdOutPercent: 10,
  steps: [
    {
      kind: 'task',
      title: { en: 'Prepare the renewal', 'zh-CN': '准备续费', es: 'Prepara la renovación' },
      advice: {
        en: 'Find out three things this week: who decides now, whether they got what they bought it for, and what has changed in their budget. Put two or three results from their own figures on one page and offer a review meeting. Say the price early if it will change. If health is not green, deal with that first: a renewal talk does not repair it.',
        'zh-CN':
          '这周弄清三件事：现在谁拍板、当初购买的目标达到没有、预算有什么变化。用客户自己的数据把两三项成果写成一页，约一次复盘会。如果要调价，尽早说明。健康度不是绿色的，先解决问题：谈续费补救不了。',
        es: 'Averigua esta semana tres cosas: quién decide ahora, si lograron aquello para lo que lo compraron y qué cambió en su presupuesto. Resume en una página dos o tres resultados con sus propias cifras y ofrece una reunión de balance. Si el precio va a cambiar, dilo pronto. Si la salud no está en verde, atiende eso primero: hablar de renovar no lo arregla.',
      },
      dueInDays: 7,
    },
  ],
  goal: {
    condition: {
      all: [{ field: 'mrr', op: 'gt', value: 0 }, { not: { field: 'renews_on', op: 'in_next_days', value: 90 } }],
    },
    withinDays: 120,
    words: {
      en: 'Renewed: the next term ends later than in 90 days',
      'zh-CN': '已续费：下一期结束日在 90 天之后',
      es: 'Renovado: el siguiente contrato termina más allá de 90 días',
    },
  },
};
