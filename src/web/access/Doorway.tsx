import type { FormEvent, ReactNode } from 'react';
import { languageEntries, useChooseLanguage } from '#web/app/preferences.ts';
import { currentLanguage, LANGUAGE_NAMES, useText } from '#web/i18n/i18n.ts';
import { Select } from '#web/ui/Select.tsx';
import { accessText } from './text.ts';

export interface DoorwayProps {
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
  readonly foot?: ReactNode;
  readonly onSubmit?: () => void;
}

/** The page before the product: one calm card, and the choice of language. */
export const Doorway = ({ title, lead, children, foot, onSubmit }: DoorwayProps) => {
  const t = useText(accessText);
  const choose = useChooseLanguage();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit?.();
  };
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center gap-6 px-4 py-10">
      <div className="flex flex-col items-center gap-1 text-center">
        <p className="flex items-center gap-2 text-20 font-semibold">
          <img src="/icon.svg" alt="" width={24} height={24} />
          Perennial
        </p>
        <p className="text-13 text-muted">{t('tagline')}</p>
      </div>
      <form onSubmit={submit} className="flex w-full max-w-96 flex-col gap-4 rounded-md border border-line bg-surface p-6">
        <div>
          <h1 className="text-16 font-semibold">{title}</h1>
          {lead && <p className="mt-1 text-13 text-muted">{lead}</p>}
        </div>
        {children}
      </form>
      <div className="flex items-center gap-4 text-13">
        {foot}
        <Select
          look="quiet"
          label={LANGUAGE_NAMES[currentLanguage()]}
          value={currentLanguage()}
          onChange={choose}
          options={languageEntries.map((language) => ({ value: language, label: LANGUAGE_NAMES[language] }))}
        />
      </div>
    </main>
  );
};
