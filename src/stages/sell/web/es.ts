import type { Translation } from '#web/i18n/catalogue.ts';
import type { en } from './en.ts';

export const es: Translation<typeof en, 'es'> = {
  notes: 'Notas',
  noNotes: 'Aún no hay nada anotado.',
  write: '¿Qué debería saber quien venga después?',
  save: 'Anotar',
  deleted: 'Nota borrada',
  delete: 'Borrar esta nota',
  deals: 'Oportunidades',
  allDeals_one: '{{count, number}} oportunidad',
  allDeals_many: 'Las {{count, number}} oportunidades',
  allDeals_other: 'Las {{count, number}} oportunidades',
  status: { open: 'Abierta', won: 'Ganada', lost: 'Perdida' },
};
