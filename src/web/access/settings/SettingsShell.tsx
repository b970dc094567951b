import type { ReactNode } from 'react';
import { useWorkspace } from '#web/app/session.ts';
import { useText } from '#web/i18n/i18n.ts';
import { SettingsPage } from '#web/ui/pages/SettingsPage.tsx';
import { settingsText } from './text/text.ts';

const SECTIONS = ['workspace', 'members', 'keys', 'lifecycle', 'signals', 'rates', 'profile'] as const;
export type SettingsSection = (typeof SECTIONS)[number];

export interface SettingsShellProps {
  readonly section: SettingsSection;
  /** What this section decides, in a sentence. */
  readonly lead: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** One section of the settings with the way to the others; those that the reader may not open are not shown. */
export const SettingsShell = ({ section, lead, actions, children }: SettingsShellProps) => {
  const t = useText(settingsText);
  const { permissions } = useWorkspace();
  const shown = SECTIONS.filter((one) => one !== 'keys' || permissions.includes('keys.write'));
  return (
    <SettingsPage
      title={t(`sections.${section}`)}
      subtitle={lead}
      label={t('title')}
      actions={actions}
      sections={shown.map((one) => ({ label: t(`sections.${one}`), to: `/settings/${one}`, current: one === section }))}
    >
      {children}
    </SettingsPage>
  );
};
