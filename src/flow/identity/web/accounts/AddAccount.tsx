import Plus from 'lucide-react/icons/plus';
import { type FormEvent, useState } from 'react';
import { listAccounts } from '#flow/signals/contracts.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useMutationOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FormField } from '#web/ui/FormField.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { showToast } from '#web/ui/toasts.ts';
import { createAccount } from '../../contracts.ts';
import { recordText } from '../text/pages.ts';

/** Adds one account by hand. */
export const AddAccount = ({ onAdded }: { readonly onAdded: (id: string) => void }) => {
  const t = useText(recordText);
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [domain, setDomain] = useState('');
  const add = useMutationOf(createAccount, { refresh: [listAccounts] });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    add.mutate(
      { body: { name: name.trim(), domain: domain.trim() || null } },
      {
        onSuccess: (account) => {
          setOpen(false);
          setName('');
          setDomain('');
          showToast({ text: t('accounts.added', { name: account.name }) });
          onAdded(account.id);
        },
      },
    );
  };
  return (
    <>
      <Button look="primary" icon={Plus} onClick={() => setOpen(true)}>
        {t('accounts.add')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} width="narrow" title={t('accounts.addTitle')} description={t('accounts.addText')}>
        <form onSubmit={submit} className="flex flex-col gap-4 pb-2">
          <FormField label={t('accounts.name')}>
            <TextField value={name} onChange={setName} maxLength={200} required />
          </FormField>
          <FormField label={t('accounts.domain')} hint={t('accounts.domainHint')}>
            <TextField value={domain} onChange={setDomain} maxLength={200} />
          </FormField>
          {add.error ? <ErrorState error={add.error} /> : null}
          <div className="flex justify-end gap-2">
            <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
            <Button type="submit" look="primary" pending={add.isPending} disabled={name.trim() === ''}>
              {t('accounts.add')}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
};
