import type { Translation } from '#web/i18n/catalogue.ts';
import type { en } from './en.ts';

export const es: Translation<typeof en, 'es'> = {
  title: 'Tickets',
  none: 'No se conoce ningún ticket.',
  open: 'Abierto',
  closed: 'Cerrado',
  escalated: 'Escalado',
  priority: { low: 'Baja', medium: 'Media', high: 'Alta', urgent: 'Urgente' },
  unnamed: 'Ticket {{id}}',
  rated: '{{score}} de 5',
  all: 'Mostrar los {{count}}',
};
