import UserMinus from 'lucide-react/icons/user-minus';
import { useState } from 'react';
import { Duty, listMembers, type Member, Role, removeMember, updateMember } from '#platform/access/contracts.ts';
import { useMay, useMe } from '#web/app/session.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useMutationOf } from '#web/queries.ts';
import { Avatar } from '#web/ui/Avatar.tsx';
import { Button } from '#web/ui/Button.tsx';
import { DateTime } from '#web/ui/DateTime.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { IconButton } from '#web/ui/IconButton.tsx';
import { Select } from '#web/ui/Select.tsx';
import { Table } from '#web/ui/Table.tsx';
import { showToast } from '#web/ui/toasts.ts';
import { sayFailure } from './say-failure.ts';
import { settingsText } from './text/text.ts';

const NO_DUTY = 'none';

/** The members with their roles and work; each can be changed where it stands. */
export const MemberTable = ({ members }: { readonly members: readonly Member[] }) => {
  const t = useText(settingsText);
  const mayChange = useMay('members.write');
  const [leaving, setLeaving] = useState<Member | null>(null);
  return (
    <>
      <Table
        caption={t('sections.members')}
        rows={members}
        rowId={(member) => member.userId}
        columns={[
          { key: 'name', label: t('members.name'), render: (member) => <Who member={member} /> },
          {
            key: 'role',
            label: t('members.role'),
            render: (member) => (mayChange ? <RoleSelect member={member} /> : t(`role.${member.role}`)),
          },
          {
            key: 'duty',
            label: t('members.duty'),
            render: (member) => (mayChange ? <DutySelect member={member} /> : member.duty ? t(`duty.${member.duty}`) : t('members.noDuty')),
          },
          {
            key: 'joined',
            label: t('members.joined'),
            render: (member) => <DateTime at={member.joinedAt} className="whitespace-nowrap" />,
          },
          ...(mayChange
            ? [
                {
                  key: 'remove',
                  label: t('members.remove'),
                  quietLabel: true,
                  align: 'end' as const,
                  render: (member: Member) => (
                    <IconButton label={`${t('members.remove')}: ${member.name}`} icon={UserMinus} onClick={() => setLeaving(member)} />
                  ),
                },
              ]
            : []),
        ]}
      />
      {leaving && <RemoveDialog member={leaving} onClose={() => setLeaving(null)} />}
    </>
  );
};

const Who = ({ member }: { readonly member: Member }) => {
  const t = useText(settingsText);
  const me = useMe().data?.user;
  return (
    <span className="flex min-w-48 items-center gap-2 py-1.5">
      <Avatar name={member.name || member.email} size={24} />
      <span className="min-w-0">
        <span className="block truncate font-medium">
          {member.name || member.email}
          {me?.id === member.userId && <span className="ml-1.5 font-normal text-faint">({t('members.you')})</span>}
        </span>
        <span className="block truncate text-12 text-muted">{member.email}</span>
      </span>
    </span>
  );
};

const useChange = (member: Member) => {
  const t = useText(settingsText);
  const update = useMutationOf(updateMember, { refresh: [listMembers, { id: 'getMe' }] });
  return (body: Partial<Pick<Member, 'role' | 'duty'>>) =>
    update.mutate(
      { params: { userId: member.userId }, body },
      { onSuccess: () => showToast({ text: t('members.changed', { name: member.name }) }), onError: sayFailure(t('failed')) },
    );
};

const RoleSelect = ({ member }: { readonly member: Member }) => {
  const t = useText(settingsText);
  const change = useChange(member);
  return (
    <Select
      className="min-w-36"
      label={t('members.roleOf', { name: member.name })}
      value={member.role}
      onChange={(role) => change({ role })}
      options={Role.options.map((role) => ({ value: role, label: t(`role.${role}`), hint: t(`roleWords.${role}`) }))}
    />
  );
};

const DutySelect = ({ member }: { readonly member: Member }) => {
  const t = useText(settingsText);
  const change = useChange(member);
  return (
    <Select
      className="min-w-40"
      label={t('members.dutyOf', { name: member.name })}
      value={member.duty ?? NO_DUTY}
      onChange={(duty) => change({ duty: Duty.options.find((one) => one === duty) ?? null })}
      options={[
        { value: NO_DUTY, label: t('members.noDuty') },
        ...Duty.options.map((duty) => ({ value: duty, label: t(`duty.${duty}`), hint: t(`dutyWords.${duty}`) })),
      ]}
    />
  );
};

const RemoveDialog = ({ member, onClose }: { readonly member: Member; readonly onClose: () => void }) => {
  const t = useText(settingsText);
  const remove = useMutationOf(removeMember, { refresh: [listMembers] });
  const name = member.name || member.email;
  const confirm = () =>
    remove.mutate(
      { params: { userId: member.userId } },
      {
        onSuccess: () => showToast({ text: t('members.removed', { name }) }),
        onError: sayFailure(t('failed')),
        onSettled: onClose,
      },
    );
  return (
    <Dialog
      open
      onClose={onClose}
      width="narrow"
      title={t('members.removeTitle', { name })}
      description={t('members.removeText')}
      actions={
        <Button look="danger" pending={remove.isPending} onClick={confirm}>
          {t('members.remove')}
        </Button>
      }
    />
  );
};
