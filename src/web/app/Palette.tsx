import { Dialog } from '@base-ui/react/dialog';
import { Command } from 'cmdk';
import ArrowRight from 'lucide-react/icons/arrow-right';
import Keyboard from 'lucide-react/icons/keyboard';
import Languages from 'lucide-react/icons/languages';
import SunMoon from 'lucide-react/icons/sun-moon';
import { type ReactNode, useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES, useText } from '#web/i18n/i18n.ts';
import { shellText } from '#web/i18n/shell/text.ts';
import type { Icon } from '#web/ui/icon.ts';
import { KeyHint } from '#web/ui/KeyHint.tsx';
import { useNavigation } from '#web/ui/navigation.ts';
import { PALETTE_ROW } from '#web/ui/surfaces.ts';
import { FoundRecords } from './FoundRecords.tsx';
import { languageEntries, useChooseLanguage } from './preferences.ts';
import { useSlices } from './slices-context.ts';
import { setTheme } from './theme.ts';

export interface PaletteProps {
  readonly onClose: () => void;
  readonly onKeys: () => void;
}

const GROUP =
  '[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-12 [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-muted p-1';

/** Everything by its name: records found by the server, pages, commands. */
export const Palette = ({ onClose, onKeys }: PaletteProps) => {
  const t = useText(shellText);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState('');
  const list = useRef<HTMLDivElement>(null);
  // Records of fewer letters may have been chosen and be gone: then the first of what is left is.
  const onFound = useCallback((value: string | null) => setChosen((before) => value ?? firstValue(list.current) ?? before), []);
  const { hrefOf, push } = useNavigation();
  const go = (to: string) => {
    onClose();
    push(hrefOf(to));
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-scrim" />
        <Dialog.Popup
          aria-label={t('search')}
          className="fixed inset-x-0 top-0 z-40 mx-auto flex max-h-dvh w-full max-w-140 flex-col overflow-hidden border border-line bg-raised shadow-float outline-none phone:top-[12vh] phone:max-h-[70vh] phone:rounded-md"
        >
          <Command label={t('search')} loop value={chosen} onValueChange={setChosen} className="flex min-h-0 flex-col">
            <Command.Input
              autoFocus
              value={text}
              onValueChange={setText}
              placeholder={t('palette.placeholder')}
              className="h-12 shrink-0 border-b border-line bg-transparent px-4 text-14 outline-none"
            />
            <Command.List ref={list} className="min-h-0 overflow-y-auto overscroll-contain">
              <FoundRecords text={text} onPick={go} onFound={onFound} className={GROUP} />
              <Pages onPick={go} />
              <Commands onClose={onClose} onKeys={onKeys} go={go} />
            </Command.List>
          </Command>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
};

const firstValue = (list: HTMLElement | null): string | null =>
  list?.querySelector('[cmdk-item]:not([aria-disabled="true"])')?.getAttribute('data-value') ?? null;

const Pages = ({ onPick }: { readonly onPick: (to: string) => void }) => {
  const t = useText(shellText);
  const { t: any } = useTranslation();
  return (
    <Command.Group heading={t('palette.pages')} className={GROUP}>
      {useSlices().flatMap((slice) =>
        (slice.nav ?? []).map((entry) => (
          <Row
            key={entry.to}
            value={`page ${entry.to}`}
            name={any(entry.labelKey, { ns: slice.id })}
            icon={entry.icon}
            keys={entry.goKey && `g ${entry.goKey}`}
            onSelect={() => onPick(entry.to)}
          />
        )),
      )}
    </Command.Group>
  );
};

const Commands = ({ onClose, onKeys, go }: PaletteProps & { readonly go: (to: string) => void }) => {
  const t = useText(shellText);
  const { t: any } = useTranslation();
  const choose = useChooseLanguage();
  const run = (action: () => void) => () => {
    onClose();
    action();
  };
  return (
    <Command.Group heading={t('palette.commands')} className={GROUP}>
      {useSlices().flatMap((slice) =>
        (slice.commands ?? []).map((command) => (
          <Row
            key={command.id}
            value={command.id}
            name={any(command.labelKey, { ns: slice.id })}
            icon={command.icon ?? ArrowRight}
            keys={command.keys}
            onSelect={run(() => command.run({ go }))}
          />
        )),
      )}
      {(['light', 'dark', 'system'] as const).map((theme) => (
        <Row
          key={theme}
          value={`theme ${theme}`}
          name={`${t('user.theme')}: ${t(`user.${theme}`)}`}
          icon={SunMoon}
          onSelect={run(() => setTheme(theme))}
        />
      ))}
      {languageEntries.map((language) => (
        <Row
          key={language}
          value={`language ${language}`}
          name={`${t('user.language')}: ${LANGUAGE_NAMES[language]}`}
          icon={Languages}
          onSelect={run(() => void choose(language))}
        />
      ))}
      <Row value="keys" name={t('user.keys')} icon={Keyboard} keys="?" onSelect={run(onKeys)} />
    </Command.Group>
  );
};

interface RowProps {
  readonly value: string;
  readonly name: string;
  readonly icon: Icon;
  readonly keys?: string;
  readonly onSelect: () => void;
  readonly detail?: ReactNode;
}

const Row = ({ value, name, icon: IconShape, keys, onSelect }: RowProps) => (
  <Command.Item value={value} keywords={[name]} onSelect={onSelect} className={PALETTE_ROW}>
    <IconShape size={16} strokeWidth={1.75} aria-hidden className="shrink-0 text-muted" />
    <span className="min-w-0 flex-1 truncate">{name}</span>
    {keys && <KeyHint keys={keys} />}
  </Command.Item>
);
