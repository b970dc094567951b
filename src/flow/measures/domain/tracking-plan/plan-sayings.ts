import { sayings } from '#kernel/saying.ts';

/** What is said of plans that cannot be kept and of events that nobody knows. */
export const PLAN_SAYS = sayings({
  planned_event_named_twice: {
    en: ['The event “{name}” stands twice in the plan.', 'Keep one of the two.'],
    'zh-CN': ['事件“{name}”在跟踪计划中出现了两次。', '请只保留其中一个。'],
    es: ['El evento «{name}» aparece dos veces en el plan.', 'Conserva solo uno de los dos.'],
  },
  planned_property_named_twice: {
    en: ['The property “{name}” stands twice in its event.', 'Keep one of the two.'],
    'zh-CN': ['属性“{name}”在同一事件中出现了两次。', '请只保留其中一个。'],
    es: ['La propiedad «{name}» aparece dos veces en su evento.', 'Conserva solo una de las dos.'],
  },
  event_merged_into_itself: {
    en: ['The event “{name}” cannot be merged into itself.', 'Name another event, or none.'],
    'zh-CN': ['事件“{name}”不能合并到自身。', '请指定另一个事件，或不合并。'],
    es: ['El evento «{name}» no puede fusionarse consigo mismo.', 'Indica otro evento o ninguno.'],
  },
  event_merged_twice: {
    en: ['The event “{name}” is itself merged into another.', 'Name that other event instead.'],
    'zh-CN': ['事件“{name}”本身已合并到另一个事件。', '请改为指定那个事件。'],
    es: ['El evento «{name}» ya está fusionado con otro.', 'Indica ese otro evento.'],
  },
  plan_contradicts_itself: {
    en: ['The plan contradicts itself.', 'Mend what is named and send the plan again; nothing was changed.'],
    'zh-CN': ['跟踪计划自相矛盾。', '请修正所列问题后重新提交；目前未做任何更改。'],
    es: ['El plan se contradice.', 'Corrige lo indicado y envía el plan de nuevo; no se ha cambiado nada.'],
  },
  event_unknown: {
    en: ['Nothing is known of an event “{name}”.', 'Plan it first, or track it once.'],
    'zh-CN': ['没有关于事件“{name}”的任何信息。', '请先将其加入计划，或至少上报一次。'],
    es: ['No se sabe nada de un evento «{name}».', 'Planifícalo primero o envíalo una vez.'],
  },
  event_not_planned: {
    en: ['The plan has no event “{name}”.', 'It may have been taken out already.'],
    'zh-CN': ['计划中没有事件“{name}”。', '它可能已被移除。'],
    es: ['El plan no tiene el evento «{name}».', 'Puede que ya se haya quitado.'],
  },
});
