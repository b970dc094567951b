import { EVERYTHING } from '#kernel/condition.ts';
import type { PlayDefinition } from '#kernel/play.ts';

/** Somebody should help a customer whose payment failed, before the subscription lapses. */
export const paymentFailed: PlayDefinition = {
  id: 'grow.payment_failed',
  version: 1,
  name: { en: 'Payment failed', 'zh-CN': '付款失败', es: 'Pago fallido' },
  words: {
    en: 'A payment failed: most such customers want to stay, so somebody helps them pay before the subscription lapses.',
    'zh-CN': '付款失败：这类客户大多想留下，在订阅失效前帮他们完成付款。',
    es: 'Falló un pago: la mayoría de estos clientes quiere quedarse, así que alguien les ayuda a pagar antes de que caduque la suscripción.',
  },
  trigger: { kind: 'fact', event: 'payment_failed' },
  audience: EVERYTHING,
  holdOutPercent: 10,
  steps: [
    {
      kind: 'task',
      title: { en: 'Help them pay: a payment failed', 'zh-CN': '协助付款：有一笔付款失败', es: 'Ayúdales a pagar: falló un pago' },
      advice: {
        en: 'It is usually an expired card or a limit, not a decision. Write to the person who pays, not to the users, with the amount, the date and a link to change the card. If there is no answer in three days, call. Do not threaten to block access in the first message. If they say they meant to leave, ask why and hand it over as a churn risk.',
        'zh-CN':
          '多半是卡片过期或额度不足，并非客户的决定。联系付款人而不是使用者，写明金额、日期和更换付款方式的链接。三天没有回复就打电话。第一封消息不要威胁停用。如果对方说本来就打算离开，问清原因，按流失风险处理。',
        es: 'Suele ser una tarjeta caducada o un límite, no una decisión. Escribe a quien paga, no a quienes lo usan, con el importe, la fecha y un enlace para cambiar la tarjeta. Si en tres días no responde, llama. No amenaces con cortar el acceso en el primer mensaje. Si dice que pensaba irse, pregunta por qué y trátalo como riesgo de baja.',
      },
      dueInDays: 1,
    },
  ],
  goal: {
    condition: { field: 'mrr', op: 'gt', value: 0 },
    withinDays: 60,
    words: { en: 'Still a paying customer 60 days later', 'zh-CN': '60 天后仍在付费', es: 'Sigue pagando 60 días después' },
  },
};
