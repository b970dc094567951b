import Plus from 'lucide-react/icons/plus';
import X from 'lucide-react/icons/x';
import { useText } from '#web/i18n/i18n.ts';
import { Button } from '#web/ui/Button.tsx';
import { FormField } from '#web/ui/FormField.tsx';
import { IconButton } from '#web/ui/IconButton.tsx';
import { Switch } from '#web/ui/Switch.tsx';
import type { PathsQuestion } from '../../../question-contracts.ts';
import { exploreText } from '../text/text.ts';
import { CommittedText } from './CommittedText.tsx';
import { FactPicker } from './FactPicker.tsx';
import { FieldPicker } from './FieldPicker.tsx';
import { GapBox } from './GapBox.tsx';
import { NumberBox } from './NumberBox.tsx';
import type { OptionsProps } from './options-props.ts';

/** What a step of a way is called: its event, its page, its feature. */
export const PathName = ({ draft, fields, onChange }: OptionsProps<PathsQuestion>) => {
  const t = useText(exploreText);
  const named = [
    { key: 'event.name', label: t('fields.name'), type: 'text' as const },
    ...fields.filter(({ key }) => key.startsWith('event.')),
  ];
  return (
    <FormField label={t('paths.name')}>
      <FieldPicker
        label={t('paths.name')}
        value={draft.name}
        fields={named}
        onPick={(name) => name && onChange({ ...draft, name, startsAt: null, endsAt: null, follow: [] })}
      />
    </FormField>
  );
};

/** What else paths can be told: where they begin and end, how many names are told apart. */
export const PathOptions = ({ draft, onChange }: OptionsProps<PathsQuestion>) => {
  const t = useText(exploreText);
  return (
    <>
      <Ends draft={draft} onChange={onChange} />
      <div className="grid grid-cols-2 gap-3">
        <FormField label={t('paths.steps')}>
          <NumberBox value={draft.steps} least={1} most={20} onChange={(steps) => steps && onChange({ ...draft, steps })} />
        </FormField>
        <FormField label={t('paths.names')}>
          <NumberBox value={draft.names} least={1} most={100} onChange={(names) => names && onChange({ ...draft, names })} />
        </FormField>
      </div>
      <GapBox draft={draft} onChange={onChange} />
      <Switch label={t('paths.collapse')} checked={draft.collapse} onChange={(collapse) => onChange({ ...draft, collapse })} />
      <Groups draft={draft} onChange={onChange} />
    </>
  );
};

type Part = Pick<OptionsProps<PathsQuestion>, 'draft' | 'onChange'>;

const ENDS = ['startsAt', 'endsAt'] as const;

// Events are picked from those that there are; what else names a step is typed.
const Ends = ({ draft, onChange }: Part) => {
  const t = useText(exploreText);
  return (
    <div className="grid grid-cols-2 gap-3">
      {ENDS.map((end) => (
        <FormField key={end} label={t(`paths.${end}`)}>
          {draft.name === 'event.name' ? (
            <FactPicker
              label={t(`paths.${end}`)}
              anything={t('paths.anywhere')}
              value={draft[end]}
              onPick={(event) => onChange({ ...draft, [end]: event })}
            />
          ) : (
            <CommittedText
              label={t(`paths.${end}`)}
              placeholder={t('paths.anywhere')}
              value={draft[end] ?? ''}
              onCommit={(text) => onChange({ ...draft, [end]: text === '' ? null : text })}
            />
          )}
        </FormField>
      ))}
    </div>
  );
};

const Groups = ({ draft, onChange }: Part) => {
  const t = useText(exploreText);
  const { groups } = draft;
  const put = (at: number, change: Partial<(typeof groups)[number]>) =>
    onChange({ ...draft, groups: groups.map((one, index) => (index === at ? { ...one, ...change } : one)) });
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1 text-13 font-medium">{t('paths.groups')}</legend>
      {groups.map(({ pattern, name }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a pattern is its place
        <div key={at} className="grid grid-cols-[1fr_1fr_auto] gap-1">
          <CommittedText label={t('paths.pattern')} value={pattern} mono onCommit={(text) => text !== '' && put(at, { pattern: text })} />
          <CommittedText label={t('paths.groupName')} value={name} onCommit={(text) => text !== '' && put(at, { name: text })} />
          <IconButton
            icon={X}
            label={t('paths.removeGroup')}
            onClick={() => onChange({ ...draft, groups: groups.filter((_, index) => index !== at) })}
          />
        </div>
      ))}
      <p className="text-12 text-muted">{t('paths.groupsHint')}</p>
      <Button
        look="quiet"
        size="small"
        icon={Plus}
        className="self-start"
        onClick={() => onChange({ ...draft, groups: [...groups, { pattern: '/projects/*', name: t('paths.groupName') }] })}
      >
        {t('paths.addGroup')}
      </Button>
    </fieldset>
  );
};
