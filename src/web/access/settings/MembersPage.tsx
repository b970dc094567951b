import UserPlus from 'lucide-react/icons/user-plus';
import { useState } from 'react';
import { Duty, listMembers, Role } from '#platform/access/contracts.ts';
import { useMay } from '#web/app/session.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useQueryOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Facts, Section } from '#web/ui/Section.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { InvitationTable } from './InvitationTable.tsx';
import { InviteDialog } from './InviteDialog.tsx';
import { MemberTable } from './MemberTable.tsx';
import { SettingsShell } from './SettingsShell.tsx';
import { settingsText } from './text/text.ts';

/** Who works here, in which role; who is invited; what the roles mean. */
export const MembersPage = () => {
  const t = useText(settingsText);
  const [inviting, setInviting] = useState(false);
  const mayChange = useMay('members.write');
  const answer = useQueryOf(listMembers, {});
  return (
    <SettingsShell
      section="members"
      lead={t('members.lead')}
      actions={
        mayChange && (
          <Button look="primary" icon={UserPlus} onClick={() => setInviting(true)}>
            {t('members.invite')}
          </Button>
        )
      }
    >
      {answer.error && !answer.data ? (
        <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
      ) : answer.data ? (
        <>
          <MemberTable members={answer.data.members} />
          {answer.data.invitations.length > 0 && <InvitationTable invitations={answer.data.invitations} />}
        </>
      ) : (
        <Skeleton shape="table" rows={4} />
      )}
      <Section title={t('members.rights')}>
        <Facts facts={Role.options.map((role) => ({ label: t(`role.${role}`), value: t(`roleWords.${role}`) }))} />
      </Section>
      <Section title={t('members.dutyRights')}>
        <Facts facts={Duty.options.map((duty) => ({ label: t(`duty.${duty}`), value: t(`dutyWords.${duty}`) }))} />
      </Section>
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </SettingsShell>
  );
};
