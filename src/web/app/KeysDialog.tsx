import { useTranslation } from 'react-i18next';
import { useText } from '#web/i18n/i18n.ts';
import { shellText } from '#web/i18n/shell/text.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { KeyHint } from '#web/ui/KeyHint.tsx';
import { type OwnedEntry, useSlices } from './slices-context.ts';

const LISTS = [
  ['next', 'j'],
  ['previous', 'k'],
  ['open', 'enter'],
  ['select', 'x'],
  ['selectTo', 'shift+x'],
  ['edit', 'e'],
  ['find', '/'],
  ['close', 'escape'],
] as const;

/** All keys that do something, in one place. */
export const KeysDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useText(shellText);
  const places = useSlices().flatMap((slice) => (slice.nav ?? []).filter((entry) => entry.goKey).map((entry) => ({ ...entry, slice })));
  return (
    <Dialog open onClose={onClose} title={t('keys.title')} width="medium">
      <div className="grid gap-x-8 gap-y-4 pb-4 phone:grid-cols-2">
        <div className="flex flex-col gap-4">
          <Group title={t('keys.anywhere')}>
            <Line label={t('keys.palette')} keys="mod+k" />
            <Line label={t('keys.help')} keys="?" />
          </Group>
          <Group title={t('keys.lists')}>
            {LISTS.map(([name, keys]) => (
              <Line key={name} label={t(`keys.${name}`)} keys={keys} />
            ))}
          </Group>
        </div>
        {places.length > 0 && (
          <Group title={t('keys.go')}>
            {places.map((entry) => (
              <Place key={entry.to} entry={entry} />
            ))}
          </Group>
        )}
      </div>
    </Dialog>
  );
};

const Group = ({ title, children }: { readonly title: string; readonly children: React.ReactNode }) => (
  <section>
    <h3 className="mb-1 text-12 font-medium text-muted">{title}</h3>
    <dl>{children}</dl>
  </section>
);

const Line = ({ label, keys }: { readonly label: string; readonly keys: string }) => (
  <div className="flex h-7 items-center justify-between text-13">
    <dt>{label}</dt>
    <dd>
      <KeyHint keys={keys} />
    </dd>
  </div>
);

const Place = ({ entry }: { readonly entry: OwnedEntry }) => {
  const { t } = useTranslation(entry.slice.id);
  return <Line label={t(entry.labelKey)} keys={`g ${entry.goKey}`} />;
};
