import type { VoiceWords } from '../vocabulary.ts';

/** What customers want, in Spanish: tickets about money, rights, questions, ideas and farewells. */
export const REQUESTS = {
  billing: [
    {
      subjects: ['Duda con la factura'],
      texts: ['Nos habéis cobrado {n} puestos y somos menos. Revisadlo, por favor.'],
      answers: ['Tienes razón, disculpa. He emitido un abono que se descuenta en la próxima factura.'],
    },
    {
      subjects: ['¿Cobro duplicado?'],
      texts: ['Parece que la factura del mes pasado se ha cobrado dos veces.'],
      answers: ['Tienes razón, disculpa. He emitido un abono que se descuenta en la próxima factura.'],
    },
    {
      subjects: ['Falta el CIF en la factura'],
      texts: [
        'Poned nuestro número de pedido en la factura, que si no contabilidad la devuelve. Todos los meses igual.',
        'En la factura no aparece nuestro CIF y así no la podemos contabilizar.',
      ],
      answers: ['Datos de facturación cambiados; te he enviado la factura corregida y las siguientes saldrán así.'],
    },
    {
      subjects: ['Cambio de dirección de facturación'],
      texts: ['Nos mudamos a {town}, cambiad la dirección desde la próxima factura.'],
      answers: ['Datos de facturación cambiados; te he enviado la factura corregida y las siguientes saldrán así.'],
    },
    {
      subjects: ['Pago rechazado'],
      texts: [
        'Nos han cambiado la tarjeta. ¿Dónde pongo la nueva? Soy administrador y no veo la página de facturación.',
        'Me llega un "pago fallido", pero el banco dice que hay saldo de sobra.',
      ],
      answers: ['Te he reenviado el enlace de pago. No hay prisa: el acceso sigue abierto catorce días.'],
    },
    {
      subjects: ['Duda sobre precios', 'Nuestro contrato'],
      texts: ['¿Podemos pasar de mensual a anual? ¿Cuánto se ahorra?', '¿Con quién hablo de la subida de precio? Nadie nos avisó.'],
      answers: ['Te lo explico en una llamada corta con vuestras cifras: el pago anual ahorra dos meses y mantiene el precio actual.'],
    },
  ],
  permissions: [
    {
      subjects: ['Permisos', 'Un usuario ve demasiado', 'Perfil para subcontratas'],
      texts: [
        'Los subcontratados ven los precios. No deberían.',
        'Necesitamos un acceso de solo lectura para la auditora, con {n} días basta.',
      ],
      answers: ['Te he creado un perfil para esto: ve trabajos y centros, pero no precios. Está en Ajustes, Perfiles.'],
    },
    {
      subjects: ['Permisos', 'No deja editar'],
      texts: ['Una planificadora ve {feature} pero no puede cambiar nada. ¿Qué permiso falta?', '¿Puede alguien planificar solo {town}?'],
      answers: ['Faltaba el permiso a nivel de zona. Ya está; que vuelvan a entrar, por favor.'],
    },
    {
      subjects: ['Permisos'],
      texts: ['¿Quién ha borrado el plan del {day}? ¿Hay un registro?'],
      answers: ['Todo cambio queda en Ajustes, Actividad. Te lo he filtrado, el enlace va debajo.'],
    },
    {
      subjects: ['Usuarios y perfiles', 'Duda sobre usuarios'],
      texts: [
        'Soy el único administrador y me voy de vacaciones el {day}. ¿Cómo lo dejo en manos de otro?',
        'He quitado a una usuaria y ahora sus trabajos no son de nadie.',
        'He invitado a un compañero, ha aceptado y no sale en la lista.',
      ],
      answers: [
        'Hecho: lo he visto con la otra persona administradora y los trabajos vuelven a tener responsable. En Ajustes, Personas está todo.',
      ],
    },
    {
      subjects: ['Permisos', 'Un usuario ve demasiado'],
      texts: ['Desde la actualización todos los jefes de equipo pueden borrar trabajos. ¿Es a propósito?'],
      answers: ['No, no era a propósito. El permiso está retirado del perfil y en ese tiempo no se ha borrado nada.'],
    },
  ],
  how_to: [
    {
      subjects: ['Trabajos periódicos', 'Una preguntita'],
      texts: ['¿Cómo pongo un trabajo que se repita cada {few} días pero nunca en fin de semana?'],
      answers: ['Sí: abre el plan, los tres puntos y "Repetir". Hay una casilla "solo días laborables". Te he grabado un vídeo corto.'],
    },
    {
      subjects: ['¿Cómo se hace…?', 'Una preguntita'],
      texts: [
        '¿Hay manera de copiar la semana pasada en la siguiente?',
        '¿Dónde se cambia el logo del informe?',
        '¿Un trabajo puede llevar dos técnicos con horas distintas?',
        'Tenemos festivos locales distintos en cada delegación. ¿Dónde se meten?',
        '¿Cómo archivo un centro sin perder su historial?',
      ],
      answers: ['Está en Ajustes, Espacio de trabajo. Si quieres lo vemos juntos, te dejo mi agenda.'],
    },
    {
      subjects: ['Duda sobre {feature}'],
      texts: ['En {feature} quiero ver solo {town}. ¿Se puede?'],
      answers: ['Está en Ajustes, Espacio de trabajo. Si quieres lo vemos juntos, te dejo mi agenda.'],
    },
    {
      subjects: ['¿Cómo se hace…?', 'Una preguntita'],
      texts: ['Perdón si es una tontería, pero ¿cómo deshago?'],
      answers: ['De tontería, nada. En el plan funciona Ctrl+Z y lo anterior está en Actividad.'],
    },
    {
      subjects: ['Duda sobre {feature}'],
      texts: ['¿Alguien puede enseñar {feature} a los nuevos? Con media hora basta, el {day} nos viene bien.'],
      answers: [
        'Encantados. He reservado media hora para los nuevos y va la invitación; que traigan sus propios trabajos, se aprende más.',
      ],
    },
  ],
  feature_request: [
    {
      subjects: ['Petición', 'Estaría bien: editar en bloque'],
      texts: ['Dejadnos mover varios trabajos a la vez, por favor. {n} de uno en uno no es plan.'],
      answers: [
        'Gracias, es una petición clara y no eres la única persona que la hace. He sumado vuestros votos y te avisaremos cuando empecemos.',
        'Está previsto para una de las próximas versiones. ¿Os apetece probarlo antes?',
      ],
    },
    {
      subjects: ['Idea para {feature}'],
      texts: [
        'Ayudaría que el módulo {feature} recordase el último filtro.',
        'Nos encantaría ver {feature} en la pantalla grande del almacén, sin tener que entrar.',
        '¿Para cuándo imprimir {feature}? Sí, papel. Pero el cliente lo pide en papel.',
      ],
      answers: [
        'Gracias, es una petición clara y no eres la única persona que la hace. He sumado vuestros votos y te avisaremos cuando empecemos.',
        'Está previsto para una de las próximas versiones. ¿Os apetece probarlo antes?',
        'Entiendo para qué lo necesitáis. No lo haremos pronto, así que te enseño cómo lo resuelven otros mientras tanto.',
      ],
    },
    {
      subjects: ['Petición', 'Sugerencia'],
      texts: [
        'Un calendario de mareas. Ya sé que somos los únicos, pero trabajamos en puertos.',
        '¿Podría recibir el cliente un mensaje cuando el técnico va de camino?',
        'Añadid una segunda firma para los trabajos que necesitan testigo.',
        'Nuestros técnicos hablan cuatro idiomas. Las listas en el idioma de cada uno serían un sueño.',
        '¿Se puede mostrar el tiempo junto al día? Hacemos cubiertas.',
      ],
      answers: [
        'Gracias, es una petición clara y no eres la única persona que la hace. He sumado vuestros votos y te avisaremos cuando empecemos.',
        'Entiendo para qué lo necesitáis. No lo haremos pronto, así que te enseño cómo lo resuelven otros mientras tanto.',
      ],
    },
  ],
  cancellation: [
    {
      subjects: ['Baja de la suscripción', 'Fin de contrato'],
      texts: [
        'Queremos darnos de baja al final del periodo. Confirmadlo, por favor.',
        'Hemos elegido otro sistema. ¿Qué pasa con nuestros datos y hasta cuándo los podemos exportar?',
        'Nos ha comprado otra empresa y desde el {day} tenemos que usar su sistema.',
      ],
      answers: [
        'Siento que os vayáis. El contrato acaba con el periodo y podréis exportarlo todo hasta treinta días después.',
        'Baja anotada; hoy te llega la confirmación por escrito. ¿Te puedo hacer dos preguntas sobre el motivo?',
      ],
    },
    {
      subjects: ['Cómo darse de baja'],
      texts: ['¿Cómo cierro la cuenta? No encuentro el botón.'],
      answers: ['Está en Ajustes, Facturación, abajo del todo. También lo puedo hacer yo: basta con un correo de confirmación.'],
    },
    {
      subjects: ['Baja de la suscripción', 'Bajar de plan o cancelar'],
      texts: [
        'Desde que se fue nuestra jefa de operaciones casi nadie lo usa. Queremos dejarlo.',
        '¿Hay algo más pequeño? {n} puestos ya nos sobran. Si no, tendremos que cancelar.',
        'Recortes de presupuesto. No es por vosotros, al equipo le gustaba.',
      ],
      answers: ['Antes de que decidáis: con menos puestos y pago anual saldría por la mitad, más o menos. ¿Lo hablamos diez minutos?'],
    },
    {
      subjects: ['Baja de la suscripción', 'Fin de contrato'],
      texts: ['Después de las caídas de las últimas semanas no queremos renovar.'],
      answers: [
        'Lo entiendo, y siento lo de esos días. La baja queda anotada. Si os parece, nuestro responsable de sistemas os cuenta qué ha cambiado.',
      ],
    },
  ],
} satisfies Partial<VoiceWords['tickets']>;
