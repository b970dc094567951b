import { sayings } from '#kernel/saying.ts';

/** What is said of a demo company that cannot come, stay or go. */
export const DEMO_SAYS = sayings({
  demo_absent: {
    en: ['There is no demo company in this workspace.', 'Bring it in first.'],
    'zh-CN': ['此工作区没有演示公司。', '请先引入演示公司。'],
    es: ['No hay ninguna empresa de demostración en este espacio.', 'Tráela primero.'],
  },
  demo_coming: {
    en: ['The demo company is still coming in.', 'Stop it first, or wait until it is here.'],
    'zh-CN': ['演示公司还在引入中。', '请先停止，或等它完成。'],
    es: ['La empresa de demostración aún está entrando.', 'Detenla primero o espera a que esté.'],
  },
  demo_going: {
    en: ['The demo company is being taken out.', 'Ask again in a moment.'],
    'zh-CN': ['演示公司正在移除。', '请稍后再试。'],
    es: ['La empresa de demostración se está quitando.', 'Vuelve a pedirlo en un momento.'],
  },
  demo_would_mix: {
    en: ['This workspace has data already, and the demo company would mix with it.', 'Make a new workspace for the demo company.'],
    'zh-CN': ['此工作区已有数据，演示公司会与其混在一起。', '请为演示公司新建一个工作区。'],
    es: [
      'Este espacio ya tiene datos y la empresa de demostración se mezclaría con ellos.',
      'Crea un espacio nuevo para la empresa de demostración.',
    ],
  },
  demo_mixed: {
    en: [
      'Other data came to this workspace beside the demo company, so it cannot be taken out by itself.',
      'Go on in a new workspace; this one keeps both.',
    ],
    'zh-CN': ['此工作区除演示公司外又有了其他数据，无法单独移除演示公司。', '请在新的工作区继续；这里会保留两者。'],
    es: [
      'Llegaron otros datos a este espacio junto a la empresa de demostración, así que no se puede quitar por separado.',
      'Sigue en un espacio nuevo; este conserva ambos.',
    ],
  },
  demo_door_refused: {
    en: ['The event door refused messages of the demo company ({status}): {detail}', 'Look at the log.'],
    'zh-CN': ['事件入口拒绝了演示公司的消息（{status}）：{detail}', '请查看日志。'],
    es: ['La puerta de eventos rechazó mensajes de la empresa de demostración ({status}): {detail}', 'Mira el registro.'],
  },
  demo_failed: {
    en: ['An unexpected error happened: {error}', 'Look at the log, and try again.'],
    'zh-CN': ['发生了意外错误：{error}', '请查看日志后重试。'],
    es: ['Ocurrió un error inesperado: {error}', 'Mira el registro e inténtalo de nuevo.'],
  },
});
