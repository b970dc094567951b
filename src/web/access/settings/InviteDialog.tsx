import { useState } from 'react';
import { Duty, type Invitation, inviteMember, listMembers, Role } from '#platform/access/contracts.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useMutationOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { CopyField } from '#web/ui/CopyField.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { problemOf } from '#web/ui/ErrorState.tsx';
import { FormField } from '#web/ui/FormField.tsx';
import { Select } from '#web/ui/Select.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { settingsText } from './text/text.ts';

const ROLES = Role.exclude(['owner']).options;
const NO_DUTY = 'none';

/** Invites a colleague and hands out the link, which is shown only once. */
export const InviteDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const [made, setMade] = useState<Invitation | null>(null);
  return made ? <LinkDialog invitation={made} onClose={onClose} /> : <InviteForm onMade={setMade} onClose={onClose} />;
};

const InviteForm = ({ onMade, onClose }: { readonly onMade: (made: Invitation) => void; readonly onClose: () => void }) => {
  const t = useText(settingsText);
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<(typeof ROLES)[number]>('member');
  const [duty, setDuty] = useState<Duty | null>(null);
  const invite = useMutationOf(inviteMember, { refresh: [listMembers] });
  const problem = invite.error ? problemOf(invite.error, t('failed')) : null;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('members.inviteTitle')}
      description={t('members.inviteText')}
      actions={
        <Button look="primary" type="submit" form="invite" pending={invite.isPending}>
          {t('members.create')}
        </Button>
      }
    >
      <form
        id="invite"
        className="flex flex-col gap-4 pb-1"
        onSubmit={(event) => {
          event.preventDefault();
          invite.mutate({ body: { email, role, duty } }, { onSuccess: onMade });
        }}
      >
        <FormField label={t('members.email')} {...(problem ? { error: problem.detail ?? problem.title } : {})}>
          <TextField type="email" required value={email} onChange={setEmail} />
        </FormField>
        <FormField label={t('members.role')} hint={t(`roleWords.${role}`)}>
          <Select value={role} onChange={setRole} options={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))} />
        </FormField>
        <FormField label={t('members.duty')} {...(duty && role === 'member' ? { hint: t(`dutyWords.${duty}`) } : {})}>
          <Select
            value={duty ?? NO_DUTY}
            onChange={(value) => setDuty(Duty.options.find((one) => one === value) ?? null)}
            options={[
              { value: NO_DUTY, label: t('members.noDuty') },
              ...Duty.options.map((value) => ({ value, label: t(`duty.${value}`) })),
            ]}
          />
        </FormField>
      </form>
    </Dialog>
  );
};

const LinkDialog = ({ invitation, onClose }: { readonly invitation: Invitation; readonly onClose: () => void }) => {
  const t = useText(settingsText);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('members.linkTitle', { email: invitation.email })}
      description={t('members.linkText')}
      actions={
        <Button look="primary" onClick={onClose}>
          {t('members.done')}
        </Button>
      }
    >
      <CopyField label={t('members.link')} value={invitation.link ?? ''} />
    </Dialog>
  );
};
