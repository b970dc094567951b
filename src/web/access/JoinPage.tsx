import { useEffect, useState } from 'react';
import { acceptInvitation } from '#platform/access/contracts.ts';
import { call } from '#web/api.ts';
import { useMe } from '#web/app/session.ts';
import { useText } from '#web/i18n/i18n.ts';
import { Doorway } from './Doorway.tsx';
import { enter, invitationToken } from './places.ts';
import { accessText } from './text.ts';

/** Where an invitation link leads: members of the installation join at once, others make an account first. */
export const JoinPage = () => {
  const t = useText(accessText);
  const me = useMe();
  const token = invitationToken();
  const [failed, setFailed] = useState(false);
  const user = me.data?.user;
  useEffect(() => {
    if (!me.data || !token) return;
    if (!user) return enter(`/sign-up?token=${encodeURIComponent(token)}`);
    call(acceptInvitation, { body: { token } }).then(
      (workspace) => enter(`/w/${encodeURIComponent(workspace.slug)}`),
      () => setFailed(true),
    );
  }, [me.data, user, token]);
  return (
    <Doorway title={t('join.title')}>
      <p className="text-13 text-muted">{token ? t(failed ? 'join.failed' : 'join.joining') : t('join.missing')}</p>
    </Doorway>
  );
};
