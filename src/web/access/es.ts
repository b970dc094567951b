import type { Translation } from '#web/i18n/catalogue.ts';
import type { en } from './en.ts';

export const es: Translation<typeof en, 'es'> = {
  signIn: {
    title: 'Entrar',
    email: 'Correo electrónico',
    password: 'Contraseña',
    submit: 'Entrar',
    wrong: 'El correo y la contraseña no coinciden. Revisa ambos.',
    failed: 'No se pudo entrar. Vuelve a intentarlo en un momento.',
    invited: '¿Tienes una invitación? Abre su enlace.',
  },
  signUp: {
    title: 'Poner en marcha Perennial',
    joinTitle: 'Únete a tu equipo',
    lead: 'Eres la primera persona aquí: esta cuenta será la dueña de la instalación.',
    joinLead: 'Crea tu cuenta y ya estás dentro.',
    name: 'Tu nombre',
    passwordHint: 'Al menos 10 caracteres.',
    submit: 'Crear cuenta',
    short: 'La contraseña tiene menos de 10 caracteres.',
    taken: 'Ya hay una cuenta con este correo. Entra con ella.',
    closed: 'A esta instalación se entra por invitación. Pide un enlace a alguien del equipo.',
    toSignIn: 'Ya tengo cuenta',
  },
  workspace: {
    title: 'Tu empresa',
    lead: 'Los días, las semanas y el dinero se cuentan como los cuenta tu empresa. Todo se puede cambiar después.',
    name: 'Empresa o producto',
    zone: 'Zona horaria',
    currency: 'Moneda',
    submit: 'Continuar',
    weekStart: 'La semana empieza el',
    monday: 'lunes',
    sunday: 'domingo',
  },
  join: {
    title: 'Invitación',
    joining: 'Abriendo la puerta…',
    failed: 'Esta invitación ya se usó o caducó. Pide una nueva.',
    missing: 'El enlace está incompleto. Ábrelo de nuevo desde el mensaje.',
  },
  settings: { title: 'Ajustes', workspace: 'Espacio', members: 'Miembros', keys: 'Claves', profile: 'Tú' },
  tagline: 'Saber dónde está cada cliente y qué hacer ahora.',
};
