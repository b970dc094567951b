import type { Translation } from '#web/i18n/catalogue.ts';
import type { en } from './en.ts';

export const es: Translation<typeof en, 'es'> = {
  for: 'Para quién',
  whole: 'Toda la cuenta',
  role: 'Su gente: {{role}}',
  unused: 'Entre quienes tienen este rol, ninguna función se ha usado cinco veces en los últimos 90 días.',
  title: 'Podría usar después',
  reason: 'Lo usan {{using}} de los {{neighbours}} clientes con éxito que más se le parecen',
  shared: 'como este, usan {{features}}',
  popular:
    '{{using}} de {{neighbours}} clientes con éxito tienen personas de este rol que la usan: la más popular, pues los clientes parecidos no dicen más aquí',
  like: 'Por ejemplo',
  none: 'Ya usa todo lo que usan los clientes con éxito que se le parecen.',
  few: 'Habrá sugerencias cuando {{least}} clientes con éxito usen el producto; hay {{count}}.',
  ofRole: 'Según lo que usan otras personas con este rol: {{role}}',
  personReason: 'Personas con este rol la usan en {{using}} de los {{neighbours}} clientes con éxito que más se parecen al suyo',
  personPopular: 'Personas con este rol la usan en {{using}} de {{neighbours}} clientes con éxito: primero la más popular',
  personShared: 'como esta persona, usan {{features}}',
  personNone: 'Esta persona ya usa todo lo que usan las personas con este rol en clientes con éxito.',
  fewOfRole: 'Habrá sugerencias cuando personas con este rol usen el producto en {{least}} clientes con éxito; hay {{count}}.',
};
