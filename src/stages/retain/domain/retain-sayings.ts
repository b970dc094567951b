import { sayings } from '#kernel/saying.ts';

/** What is said of rows that cannot be tickets, and what is odd about tickets that were imported. */
export const RETAIN_SAYS = sayings({
  ticket_closed_before_opened: {
    en: ['It was closed before it was opened.', 'Correct one of the times; if day and month are swapped, choose the other date order.'],
    'zh-CN': ['关闭时间早于开启时间。', '请改正其中一个时间；如果日和月颠倒了，请选择另一种日期顺序。'],
    es: ['Se cerró antes de abrirse.', 'Corrige una de las horas; si el día y el mes están cambiados, elige el otro orden de fecha.'],
  },
  rating_out_of_range: {
    en: ['{rating:number} is not a rating from 1 to 5.', 'Convert the ratings to 1 to 5, or leave the column out.'],
    'zh-CN': ['{rating:number} 不是 1 到 5 的评分。', '请将评分换算为 1 到 5，或不导入该列。'],
    es: ['{rating:number} no es una valoración de 1 a 5.', 'Convierte las valoraciones a 1–5 o deja fuera la columna.'],
  },
  priority_unreadable: {
    en: ['“{priority}” is not a priority that can be read.', 'Write low, medium, high or urgent.'],
    'zh-CN': ['无法识别优先级“{priority}”。', '请填写：低、中、高或紧急。'],
    es: ['«{priority}» no es una prioridad que se pueda leer.', 'Escribe baja, media, alta o urgente.'],
  },
  ticket_resolution_differs: {
    en: ['{ticket}: {stated:number} hours stated, {counted:number} between opening and closing'],
    'zh-CN': ['{ticket}：填写 {stated:number} 小时，开启到关闭之间为 {counted:number} 小时'],
    es: ['{ticket}: se indican {stated:number} horas y van {counted:number} de la apertura al cierre'],
  },
  ticket_answered_late: {
    en: ['{ticket}: first answered after it was closed'],
    'zh-CN': ['{ticket}：首次回复晚于关闭'],
    es: ['{ticket}: primera respuesta después del cierre'],
  },
  ticket_before_sign_up: {
    en: ['{ticket}: opened on {openedOn:date}, the account signed up on {signedUpOn:date}'],
    'zh-CN': ['{ticket}：{openedOn:date} 开启，客户 {signedUpOn:date} 才注册'],
    es: ['{ticket}: abierto el {openedOn:date}, la cuenta se dio de alta el {signedUpOn:date}'],
  },
  ticket_opened_at_no_time: {
    en: ['{ticket}: opened on {openedOn:date}, at no stated time'],
    'zh-CN': ['{ticket}：{openedOn:date} 开启，没有具体时间'],
    es: ['{ticket}: abierto el {openedOn:date}, sin hora indicada'],
  },
});
