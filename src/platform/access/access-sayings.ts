import { sayings } from '#kernel/saying.ts';

/** What is said of people, keys and workspaces that cannot be as somebody wants them. */
export const ACCESS_SAYS = sayings({
  invitation_used_up: {
    en: ['This invitation is used up or too old.', 'Ask for a new one.'],
    'zh-CN': ['此邀请已被使用或已过期。', '请索取新的邀请。'],
    es: ['Esta invitación ya se usó o ha caducado.', 'Pide una nueva.'],
  },
  last_owner: {
    en: ['This is the last owner of the workspace.', 'Make somebody else an owner first.'],
    'zh-CN': ['这是工作区的最后一位所有者。', '请先将其他人设为所有者。'],
    es: ['Es el último propietario del espacio de trabajo.', 'Haz propietario a otra persona primero.'],
  },
  time_zone_unknown: {
    en: ['“{zone}” is not a time zone.', 'Choose an IANA time zone like Europe/Madrid.'],
    'zh-CN': ['“{zone}”不是时区。', '请选择 IANA 时区，如 Asia/Shanghai。'],
    es: ['«{zone}» no es una zona horaria.', 'Elige una zona IANA como Europe/Madrid.'],
  },
  key_beyond_own: {
    en: ['You cannot give a key the permission “{permission}” that you do not have.', 'Leave it out.'],
    'zh-CN': ['你没有权限“{permission}”，不能将它授予密钥。', '请去掉该权限。'],
    es: ['No puedes dar a una clave el permiso «{permission}», que no tienes.', 'Quítalo.'],
  },
  key_unknown: {
    en: ['There is no such key.', 'It may have been revoked already.'],
    'zh-CN': ['没有这个密钥。', '它可能已被吊销。'],
    es: ['No existe esa clave.', 'Quizá ya se revocó.'],
  },
  by_invitation_only: {
    en: ['New users join this installation by invitation.', 'Ask a colleague who is in it for an invitation link.'],
    'zh-CN': ['新用户需通过邀请加入本系统。', '请向已加入的同事索取邀请链接。'],
    es: ['Los usuarios nuevos entran en esta instalación por invitación.', 'Pide un enlace de invitación a un compañero que ya esté.'],
  },
  idempotency_key_reused: {
    en: ['This Idempotency-Key was used for another request.', 'Use a new key for a new request.'],
    'zh-CN': ['此 Idempotency-Key 已用于另一个请求。', '新请求请使用新的键。'],
    es: ['Esta Idempotency-Key se usó para otra petición.', 'Usa una clave nueva para una petición nueva.'],
  },
  idempotency_key_running: {
    en: ['The first request with this Idempotency-Key is still running.', 'Ask again in a moment.'],
    'zh-CN': ['使用此 Idempotency-Key 的第一个请求仍在处理中。', '请稍后再试。'],
    es: ['La primera petición con esta Idempotency-Key sigue en curso.', 'Vuelve a pedirlo en un momento.'],
  },
});
