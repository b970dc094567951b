import type { DeskWords } from './words.ts';

export const ES: DeskWords = {
  author: 'Empresa de demostración',
  questions: {
    activeAccounts: {
      name: 'Cuentas que usan el producto, por semana',
      note: 'Cada cuenta se cuenta una vez por semana, entre quien entre.',
    },
    firstSteps: { name: 'Del registro al primer informe exportado', note: 'Quién llega hasta dónde en 30 días, y dónde se queda.' },
    comeBack: { name: '¿Vuelven las cuentas?', note: 'Según la semana del primer uso: quién sigue usando el producto en las siguientes.' },
    byRole: { name: 'Quién lo usa, por rol', note: 'Personas que trabajan cada semana en el producto, según su rol en el cliente.' },
    features: { name: 'Qué funciones se usan', note: 'De las cuentas que usaron el producto, qué parte usa cada función.' },
    visitors: { name: 'Por dónde pasan las visitas de la web', note: 'Las primeras páginas de cada visita, y dónde termina.' },
  },
  boards: {
    company: { name: 'La empresa, los lunes', note: 'Ingresos, clientes, contactos y uso de un vistazo.' },
    product: { name: 'Qué hacen en el producto', note: 'Para quien lleva el producto: activación, regreso, roles y funciones.' },
  },
  segments: {
    quiet: { name: 'Clientes en silencio', note: 'Pagan, y nadie ha usado el producto en 14 días.' },
    renewal: { name: 'Renovación cercana, salud floja', note: 'El contrato termina en menos de 90 días y la salud no está en verde.' },
    reporters: {
      name: 'Personas que viven en los informes',
      note: 'Exportaron al menos tres informes en los últimos 28 días: buenas para conversar, y probables aliadas.',
    },
  },
  plan: {
    owners: { finance: 'Finanzas', growth: 'Crecimiento', product: 'Producto', sales: 'Ventas', success: 'Éxito de clientes' },
    events: {
      signed_up: 'Una persona de un cliente crea su propio usuario, en prueba o no.',
      teammate_invited: 'Alguien invita a un compañero.',
      onboarding_step_done: 'Se completa un paso de la puesta en marcha.',
      onboarding_finished: 'Se completan todos los pasos de la puesta en marcha.',
      feature_used: 'Alguien trabaja con una función: es el evento que cuenta como uso.',
      form_filled: 'Una cuadrilla rellena un formulario en la obra.',
      stock_counted: 'Se cuenta el material de una furgoneta.',
      report_created: 'Se crea un informe.',
      report_exported: 'Un informe sale como archivo.',
      theme_switched: 'Alguien cambia entre claro y oscuro.',
      help_asked: 'Alguien pide ayuda desde el producto.',
      opportunity_moved: 'Una oportunidad pasa a su siguiente paso.',
    },
    shown: {
      form_filled: 'Rellenó un parte de trabajo',
      stock_counted: 'Contó el material de la furgoneta',
      theme_switched: 'Cambió entre claro y oscuro',
      opportunity_moved: 'Avanzó la oportunidad',
    },
    properties: {
      count: 'Veces',
      days: 'Días de puesta en marcha',
      duration_secs: 'Segundos de trabajo',
      errors: 'Errores encontrados',
      number: 'Número del paso',
      step: 'Paso de la puesta en marcha',
      theme: 'Tema',
      through: 'Medio de la invitación',
      topic: 'Asunto',
      trial: 'En prueba',
    },
  },
};
