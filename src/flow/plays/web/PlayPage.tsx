import { useState } from 'react';
import { useMay } from '#web/app/session.ts';
import { usePathParams } from '#web/app/view-state.ts';
import { formatPercent } from '#web/i18n/format.ts';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { useMutationOf, useQueryOf } from '#web/queries.ts';
import { Button } from '#web/ui/Button.tsx';
import { EntityChip } from '#web/ui/EntityChip.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FormField } from '#web/ui/FormField.tsx';
import { NumberText } from '#web/ui/NumberText.tsx';
import { PageHeader } from '#web/ui/pages/PageHeader.tsx';
import { Facts, Section } from '#web/ui/Section.tsx';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { Table } from '#web/ui/Table.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { showToast } from '#web/ui/toasts.ts';
import { getPlay, listPlays, type PlayCard, type PlayResult, previewPlay, updatePlay } from '../contracts.ts';
import { OnSwitch } from './PlaysPage.tsx';
import { PlayTriggerForm, PlayTriggerWords } from './PlayTrigger.tsx';
import { playText } from './text/text.ts';

/** One play: what it does, whom it would act on now, and whether it helped. */
export const PlayPage = () => {
  const t = useText(playText);
  const { id = '' } = usePathParams();
  const answer = useQueryOf(getPlay, { params: { id } });
  const mayWrite = useMay('plays.write');
  const play = answer.data;
  if (answer.error && !play) return <ErrorState whole error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!play) return <Skeleton shape="record" />;
  const language = currentLanguage();
  return (
    <div className="flex h-full min-h-0 flex-col overflow-y-auto bg-surface">
      <PageHeader
        title={play.definition.name[language]}
        subtitle={play.definition.words[language]}
        parent={{ label: t('plays.title'), to: '/plays' }}
        actions={<OnSwitch row={play} />}
      />
      <div className="grid grid-cols-1 gap-6 border-t border-line p-4 tablet:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-6">
          <Definition play={play} />
          {mayWrite && <PlayTriggerForm key={`motion ${play.definition.version}`} play={play} />}
          {mayWrite && <Settings key={play.definition.version} play={play} />}
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <Result result={play.result} />
          <Preview id={id} />
        </div>
      </div>
    </div>
  );
};

const Definition = ({ play }: { readonly play: PlayCard }) => {
  const t = useText(playText);
  const language = currentLanguage();
  const { definition } = play;
  return (
    <Facts
      facts={[
        { label: t('plays.trigger'), value: <PlayTriggerWords play={play} /> },
        ...definition.steps.map((step) => ({
          label: t('plays.step'),
          value: t('plays.stepTask', { title: step.title[language], count: step.dueInDays }),
        })),
        { label: t('plays.goal'), value: definition.goal.words[language] },
        { label: t('plays.runs'), value: <NumberText value={play.runs} /> },
        { label: t('plays.skipped'), value: <NumberText value={play.skippedTooOld} /> },
      ]}
    />
  );
};

const Settings = ({ play }: { readonly play: PlayCard }) => {
  const t = useText(playText);
  const [held, setHeld] = useState(String(play.definition.holdOutPercent));
  const [due, setDue] = useState(String(play.definition.steps[0]?.dueInDays ?? 0));
  const update = useMutationOf(updatePlay, { refresh: [getPlay, listPlays] });
  const save = () =>
    update.mutate(
      { params: { id: play.definition.id }, body: { holdOutPercent: Number(held), dueInDays: Math.round(Number(due)) } },
      { onSuccess: () => showToast({ text: t('plays.saved') }) },
    );
  return (
    <form
      className="flex max-w-80 flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <FormField label={t('plays.held')}>
        <TextField type="number" min={0} max={90} value={held} onChange={setHeld} />
      </FormField>
      <FormField label={t('plays.due')}>
        <TextField type="number" min={0} max={365} value={due} onChange={setDue} />
      </FormField>
      {update.error ? <ErrorState error={update.error} /> : null}
      <Button type="submit" className="self-start" pending={update.isPending}>
        {t('plays.save')}
      </Button>
    </form>
  );
};

const Result = ({ result }: { readonly result: PlayResult }) => {
  const t = useText(playText);
  const reader = useReader();
  const percent = (value: number | null) => (value === null ? '–' : formatPercent(reader, value, { digits: 0 }));
  const rows = [
    { id: 'acted', name: t('plays.acted'), arm: result.acted },
    { id: 'held', name: t('plays.heldOut'), arm: result.heldOut },
  ];
  return (
    <Section title={t('plays.result')}>
      <Table
        caption={t('plays.result')}
        rows={rows}
        rowId={(row) => row.id}
        columns={[
          { key: 'name', label: t('plays.group'), render: (row) => row.name },
          { key: 'n', label: t('plays.accounts'), align: 'end', render: (row) => <NumberText value={row.arm.accounts} /> },
          { key: 'reached', label: t('plays.reached'), align: 'end', render: (row) => <NumberText value={row.arm.reached} /> },
          { key: 'open', label: t('plays.waiting'), align: 'end', render: (row) => <NumberText value={row.arm.open} /> },
          { key: 'rate', label: t('plays.rate'), align: 'end', render: (row) => percent(row.arm.rate) },
        ]}
      />
      <p className="mt-3 text-14">
        {result.enough && result.difference.value !== null ? (
          <>
            <strong>
              {t('plays.difference')}: {formatPercent(reader, result.difference.value, { digits: 1, signed: true })}
            </strong>{' '}
            <span className="text-muted">
              {t('plays.interval', { low: percent(result.difference.low), high: percent(result.difference.high) })}
            </span>
          </>
        ) : (
          <span className="text-muted">{t('plays.notEnough')}</span>
        )}
      </p>
    </Section>
  );
};

const Preview = ({ id }: { readonly id: string }) => {
  const t = useText(playText);
  const preview = useQueryOf(previewPlay, { params: { id } }).data;
  if (!preview) return <Skeleton shape="text" rows={3} />;
  return (
    <Section title={t('plays.preview')}>
      <p className="mb-2 text-14">{t('plays.previewCount', { count: preview.accounts })}</p>
      <ul className="grid gap-1 phone:grid-cols-2">
        {preview.examples.map((example) => (
          <li key={example.accountId} className="text-13">
            <EntityChip kind="account" id={example.accountId} name={example.name} />
          </li>
        ))}
      </ul>
    </Section>
  );
};
