import { useState } from 'react';
import { createWorkspace } from '#platform/access/contracts.ts';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { useMutationOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { Combobox } from '#web/ui/Combobox.tsx';
import { problemOf } from '#web/ui/ErrorState.tsx';
import { FormField } from '#web/ui/FormField.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { Doorway } from './Doorway.tsx';
import { currencyOptions, zoneOptions } from './options.ts';
import { enter } from './places.ts';
import { accessText } from './text.ts';

/** Names the company and how it counts days and money. */
export const NewWorkspacePage = () => {
  const t = useText(accessText);
  const [name, setName] = useState('');
  const [timeZone, setTimeZone] = useState(() => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC');
  const [currency, setCurrency] = useState(() =>
    timeZone.startsWith('Asia/Shanghai') ? 'CNY' : timeZone.startsWith('Europe/') ? 'EUR' : 'USD',
  );
  const create = useMutationOf(createWorkspace);
  const submit = () =>
    create.mutate(
      { body: { name, timeZone, currency, language: currentLanguage() } },
      { onSuccess: (workspace) => enter(`/w/${encodeURIComponent(workspace.slug)}/welcome`) },
    );
  const error = create.error ? (problemOf(create.error, t('signIn.failed')).detail ?? t('signIn.failed')) : undefined;
  return (
    <Doorway title={t('workspace.title')} lead={t('workspace.lead')} onSubmit={submit}>
      <FormField label={t('workspace.name')} {...(error ? { error } : {})}>
        <TextField required autoFocus maxLength={120} value={name} onChange={setName} />
      </FormField>
      <FormField label={t('workspace.zone')}>
        <Combobox label={t('workspace.zone')} value={timeZone} onChange={(value) => value && setTimeZone(value)} options={zoneOptions()} />
      </FormField>
      <FormField label={t('workspace.currency')}>
        <Combobox
          label={t('workspace.currency')}
          value={currency}
          onChange={(value) => value && setCurrency(value)}
          options={currencyOptions(currentLanguage())}
        />
      </FormField>
      <Button look="primary" type="submit" pending={create.isPending}>
        {t('workspace.submit')}
      </Button>
    </Doorway>
  );
};
