import type { Translation } from '#web/i18n/catalogue.ts';
import type { en } from './en.ts';

export const es: Translation<typeof en, 'es'> = {
  churnBy: { channel: 'Preguntar: qué canal trae clientes que se van', plan: 'Preguntar: en qué plan se van los clientes' },
  title: 'Suscripciones',
  none: 'No se conoce ninguna suscripción. Impórtalas o conecta la facturación.',
  line: 'MRR en el tiempo',
  mrr: 'MRR',
  since: 'desde el {{day}}',
  span: '{{from}} – {{to}}',
  ended: 'Terminada',
  trial: 'Prueba',
  running: 'Vigente',
  renews: 'renueva el {{day}}',
  seats_one: '{{count}} puesto',
  seats_many: '{{count}} de puestos',
  seats_other: '{{count}} puestos',
  all: 'Mostrar las {{count}}',
  hidden: 'Los importes se muestran a quien puede ver el dinero.',
};
