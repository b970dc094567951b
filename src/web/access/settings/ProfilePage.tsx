import { useState } from 'react';
import { updateMe } from '#platform/access/contracts.ts';
import { languageEntries, useChooseLanguage } from '#web/app/preferences.ts';
import { useMe } from '#web/app/session.ts';
import { setTheme, type Theme, useTheme } from '#web/app/theme.ts';
import { currentLanguage, LANGUAGE_NAMES, useText } from '#web/i18n/i18n.ts';
import { useMutationOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { FormField } from '#web/ui/FormField.tsx';
import { SegmentedControl } from '#web/ui/SegmentedControl.tsx';
import { Select } from '#web/ui/Select.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { showToast } from '#web/ui/toasts.ts';
import { SettingsShell } from './SettingsShell.tsx';
import { sayFailure } from './say-failure.ts';
import { settingsText } from './text/text.ts';

const THEMES: readonly Theme[] = ['light', 'dark', 'system'];

/** The reader themselves: name, language, appearance. */
export const ProfilePage = () => {
  const t = useText(settingsText);
  const me = useMe().data?.user;
  const theme = useTheme();
  const choose = useChooseLanguage();
  return (
    <SettingsShell section="profile" lead={t('profile.lead')}>
      <div className="flex max-w-120 flex-col gap-6">
        {me ? <NameForm key={me.id} name={me.name} email={me.email} /> : <Skeleton shape="text" rows={3} />}
        <FormField label={t('profile.language')} hint={t('profile.languageHint')}>
          <Select
            value={currentLanguage()}
            onChange={(language) => void choose(language).catch(sayFailure(t('failed')))}
            options={languageEntries.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          />
        </FormField>
        <div className="flex flex-col items-start gap-1">
          <span className="text-13 font-medium">{t('profile.theme')}</span>
          <SegmentedControl
            label={t('profile.theme')}
            value={theme}
            onChange={setTheme}
            options={THEMES.map((value) => ({ value, label: t(`profile.${value}`) }))}
          />
          <span className="text-12 text-muted">{t('profile.themeHint')}</span>
        </div>
      </div>
    </SettingsShell>
  );
};

const NameForm = ({ name, email }: { readonly name: string; readonly email: string }) => {
  const t = useText(settingsText);
  const [text, setText] = useState(name);
  const update = useMutationOf(updateMe, { refresh: [{ id: 'getMe' }] });
  const save = () =>
    update.mutate({ body: { name: text } }, { onSuccess: () => showToast({ text: t('saved') }), onError: sayFailure(t('failed')) });
  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <FormField label={t('profile.name')}>
        <div className="flex gap-2">
          <TextField required maxLength={120} autoComplete="name" aria-label={t('profile.name')} value={text} onChange={setText} />
          <Button type="submit" pending={update.isPending} disabled={text.trim() === name || text.trim() === ''}>
            {t('save')}
          </Button>
        </div>
      </FormField>
      <div className="flex flex-col gap-1">
        <span className="text-13 font-medium">{t('profile.email')}</span>
        <span className="text-13 text-muted">{email}</span>
      </div>
    </form>
  );
};
