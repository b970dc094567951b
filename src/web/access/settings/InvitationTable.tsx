import { type Invitation, listMembers, revokeInvitation } from '#platform/access/contracts.ts';
import { useMay } from '#web/app/session.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useMutationOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { DateTime } from '#web/ui/DateTime.tsx';
import { Section } from '#web/ui/Section.tsx';
import { Table } from '#web/ui/Table.tsx';
import { showToast } from '#web/ui/toasts.ts';
import { sayFailure } from './say-failure.ts';
import { settingsText } from './text/text.ts';

/** Who is invited and has not come yet. */
export const InvitationTable = ({ invitations }: { readonly invitations: readonly Invitation[] }) => {
  const t = useText(settingsText);
  const mayChange = useMay('members.write');
  return (
    <Section title={t('members.invitations')} count={invitations.length}>
      <Table
        caption={t('members.invitations')}
        rows={invitations}
        rowId={(invitation) => invitation.id}
        columns={[
          { key: 'email', label: t('members.email'), render: (invitation) => invitation.email },
          { key: 'role', label: t('members.role'), render: (invitation) => t(`role.${invitation.role}`) },
          {
            key: 'duty',
            label: t('members.duty'),
            render: (invitation) => (invitation.duty ? t(`duty.${invitation.duty}`) : t('members.noDuty')),
          },
          { key: 'expires', label: t('members.expires'), render: (invitation) => <DateTime at={invitation.expiresAt} /> },
          ...(mayChange
            ? [
                {
                  key: 'revoke',
                  label: t('members.revoke'),
                  quietLabel: true,
                  align: 'end' as const,
                  render: (invitation: Invitation) => <RevokeButton invitation={invitation} />,
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
};

const RevokeButton = ({ invitation: { id, email } }: { readonly invitation: Invitation }) => {
  const t = useText(settingsText);
  const revoke = useMutationOf(revokeInvitation, { refresh: [listMembers] });
  const take = () =>
    revoke.mutate(
      { params: { id } },
      { onSuccess: () => showToast({ text: t('members.revoked', { email }) }), onError: sayFailure(t('failed')) },
    );
  return (
    <Button size="small" look="quiet" aria-label={`${t('members.revoke')}: ${email}`} pending={revoke.isPending} onClick={take}>
      {t('members.revoke')}
    </Button>
  );
};
