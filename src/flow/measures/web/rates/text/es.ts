import type { Translation } from '#web/i18n/catalogue.ts';
import type { en } from './en.ts';

export const es: Translation<typeof en, 'es'> = {
  lead: 'Los ingresos en otras monedas se cuentan en {{currency}} a un tipo fijo: así, lo que se mueve lo mueve un cliente y nunca el mercado.',
  rate: '1 {{code}} en {{currency}}',
  remove: 'Quitar {{code}}',
  add: 'Otra moneda',
  addHint: 'Una en la que pagan tus clientes.',
  none: 'Todavía no hay tipos de cambio. Solo se cuenta lo que se paga en {{currency}}.',
  missing_one: '{{count, number}} suscripción en {{code}} no entra en ninguna suma hasta que tenga un tipo de cambio.',
  missing_many: '{{count, number}} suscripciones en {{code}} no entran en ninguna suma hasta que tengan un tipo de cambio.',
  missing_other: '{{count, number}} suscripciones en {{code}} no entran en ninguna suma hasta que tengan un tipo de cambio.',
  give: 'Poner un tipo a {{code}}',
  wrong: 'Un número mayor que 0, con punto antes de los decimales: 1.085',
  again: 'Guardado. Las etapas, las cifras y la salud se vuelven a calcular con estos tipos.',
};
