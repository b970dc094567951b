import { useState } from 'react';
import { updateWorkspace } from '#platform/access/contracts.ts';
import { useMay, useWorkspace, type WorkspaceHere } from '#web/app/session.ts';
import { currentLanguage, LANGUAGE_NAMES, useText } from '#web/i18n/i18n.ts';
import { useMutationOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { Combobox } from '#web/ui/Combobox.tsx';
import { FormField } from '#web/ui/FormField.tsx';
import { Facts } from '#web/ui/Section.tsx';
import { Select } from '#web/ui/Select.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { showToast } from '#web/ui/toasts.ts';
import { currencyOptions, zoneOptions } from '../options.ts';
import { SettingsShell } from './SettingsShell.tsx';
import { sayFailure } from './say-failure.ts';
import { settingsText } from './text/text.ts';
import { weekStartOptions } from './week-starts.ts';

/** How the company counts days, weeks and money. */
export const WorkspacePage = () => {
  const t = useText(settingsText);
  const workspace = useWorkspace();
  const mayChange = useMay('settings.write');
  return (
    <SettingsShell section="workspace" lead={t('workspace.lead', { name: workspace.name })}>
      {mayChange ? <WorkspaceForm key={workspace.id} workspace={workspace} /> : <WorkspaceFacts workspace={workspace} />}
    </SettingsShell>
  );
};

const WorkspaceForm = ({ workspace }: { readonly workspace: WorkspaceHere }) => {
  const t = useText(settingsText);
  const { name, timeZone, currency, weekStart, language } = workspace;
  const stored = { name, timeZone, currency, weekStart, language };
  const [input, setInput] = useState(stored);
  const change = (part: Partial<typeof stored>) => setInput({ ...input, ...part });
  const update = useMutationOf(updateWorkspace, { refresh: [{ id: 'getMe' }] });
  const save = () => update.mutate({ body: input }, { onSuccess: () => showToast({ text: t('saved') }), onError: sayFailure(t('failed')) });
  const options = weekStartOptions(currentLanguage());
  return (
    <form
      className="flex max-w-120 flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <FormField label={t('workspace.name')}>
        <TextField required maxLength={120} value={input.name} onChange={(value) => change({ name: value })} />
      </FormField>
      <FormField label={t('workspace.zone')} hint={t('workspace.zoneHint')}>
        <Combobox value={input.timeZone} onChange={(value) => value && change({ timeZone: value })} options={zoneOptions()} />
      </FormField>
      <FormField label={t('workspace.currency')} hint={t('workspace.currencyHint')}>
        <Combobox
          value={input.currency}
          onChange={(value) => value && change({ currency: value })}
          options={currencyOptions(currentLanguage())}
        />
      </FormField>
      <FormField label={t('workspace.weekStart')}>
        <Select
          value={String(input.weekStart)}
          onChange={(value) => change({ weekStart: Number(value) })}
          options={options}
          label={t('workspace.weekStart')}
        />
      </FormField>
      <FormField label={t('workspace.language')} hint={t('workspace.languageHint')}>
        <Select
          value={input.language}
          onChange={(value) => change({ language: value })}
          options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          label={t('workspace.language')}
        />
      </FormField>
      <Button
        type="submit"
        look="primary"
        className="self-start"
        pending={update.isPending}
        disabled={JSON.stringify(input) === JSON.stringify(stored)}
      >
        {t('save')}
      </Button>
    </form>
  );
};

const LANGUAGES = Object.keys(LANGUAGE_NAMES) as readonly WorkspaceHere['language'][];

const WorkspaceFacts = ({ workspace }: { readonly workspace: WorkspaceHere }) => {
  const t = useText(settingsText);
  const weekStart = weekStartOptions(currentLanguage()).find(({ value }) => value === String(workspace.weekStart));
  return (
    <div className="flex max-w-120 flex-col gap-3">
      <Facts
        facts={[
          { label: t('workspace.name'), value: workspace.name },
          { label: t('workspace.zone'), value: workspace.timeZone.replaceAll('_', ' ') },
          { label: t('workspace.currency'), value: workspace.currency },
          { label: t('workspace.weekStart'), value: weekStart?.label ?? '' },
          { label: t('workspace.language'), value: LANGUAGE_NAMES[workspace.language] },
        ]}
      />
      <p className="text-13 text-muted">{t('readOnly')}</p>
    </div>
  );
};
