import { useState } from 'react';
import { PERMISSIONS, type Permission } from '#kernel/endpoint.ts';
import { type ApiKey, createKey, listKeys } from '#platform/access/contracts.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useMutationOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { Checkbox } from '#web/ui/Checkbox.tsx';
import { CopyField } from '#web/ui/CopyField.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { problemOf } from '#web/ui/ErrorState.tsx';
import { FormField } from '#web/ui/FormField.tsx';
import { Link } from '#web/ui/Link.tsx';
import { SegmentedControl } from '#web/ui/SegmentedControl.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { settingsText } from './text/text.ts';

type NewKey = ApiKey & { readonly secret: string };

/** Makes a key and shows its secret, once. */
export const NewKeyDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const [made, setMade] = useState<NewKey | null>(null);
  return made ? <SecretDialog made={made} onClose={onClose} /> : <KeyForm onMade={setMade} onClose={onClose} />;
};

const KeyForm = ({ onMade, onClose }: { readonly onMade: (made: NewKey) => void; readonly onClose: () => void }) => {
  const t = useText(settingsText);
  const [name, setName] = useState('');
  const [kind, setKind] = useState<ApiKey['kind']>('write');
  const [chosen, setChosen] = useState<readonly Permission[]>(['records.read']);
  const create = useMutationOf(createKey, { refresh: [listKeys] });
  const problem = create.error ? problemOf(create.error, t('failed')) : null;
  const toggle = (permission: Permission, on: boolean) =>
    setChosen(PERMISSIONS.filter((one) => (one === permission ? on : chosen.includes(one))));
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('keys.create')}
      actions={
        <Button look="primary" type="submit" form="key" pending={create.isPending} disabled={kind === 'api' && chosen.length === 0}>
          {t('keys.make')}
        </Button>
      }
    >
      <form
        id="key"
        className="flex flex-col gap-4 pb-1"
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate({ body: { name, kind, permissions: kind === 'api' ? [...chosen] : ['ingest'] } }, { onSuccess: onMade });
        }}
      >
        <FormField label={t('keys.name')} hint={t('keys.nameHint')} {...(problem ? { error: problem.detail ?? problem.title } : {})}>
          <TextField required maxLength={80} value={name} onChange={setName} />
        </FormField>
        <div className="flex flex-col items-start gap-1">
          <span className="text-13 font-medium">{t('keys.kind')}</span>
          <SegmentedControl
            label={t('keys.kind')}
            value={kind}
            onChange={setKind}
            options={[
              { value: 'write', label: t('keys.write') },
              { value: 'api', label: t('keys.api') },
            ]}
          />
          <span className="text-12 text-muted">{t(kind === 'api' ? 'keys.apiHint' : 'keys.writeHint')}</span>
        </div>
        {kind === 'api' && (
          <fieldset className="grid gap-x-4 gap-y-2 phone:grid-cols-2">
            <legend className="mb-1 text-13 font-medium">{t('keys.permissions')}</legend>
            {PERMISSIONS.map((permission) => (
              <Checkbox
                key={permission}
                label={t(`permission.${permission}`)}
                checked={chosen.includes(permission)}
                onChange={(on) => toggle(permission, on)}
              />
            ))}
          </fieldset>
        )}
      </form>
    </Dialog>
  );
};

const SecretDialog = ({ made, onClose }: { readonly made: NewKey; readonly onClose: () => void }) => {
  const t = useText(settingsText);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('keys.secretTitle')}
      description={t('keys.secretText')}
      actions={
        <Button look="primary" onClick={onClose}>
          {t('keys.done')}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <CopyField label={t('keys.secret')} value={made.secret} />
        {made.kind === 'api' ? (
          <div className="flex flex-col gap-1">
            <span className="text-13 font-medium">{t('keys.try')}</span>
            <CopyField
              label={t('keys.try')}
              value={`curl ${window.location.origin}/api/v1/accounts?limit=3 -H "authorization: Bearer ${made.secret}"`}
            />
          </div>
        ) : (
          <Link to="/connect" look="text">
            {t('keys.connect')}
          </Link>
        )}
      </div>
    </Dialog>
  );
};
