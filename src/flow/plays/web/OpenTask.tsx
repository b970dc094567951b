import { useState } from 'react';
import { listMembers } from '#platform/access/contracts.ts';
import { useMay, useWorkspace } from '#web/app/session.ts';
import { formatDate, formatMoney } from '#web/i18n/format.ts';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { useQueryOf } from '#web/queries.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { calendarDay } from '#web/ui/date-range.ts';
import { EntityChip } from '#web/ui/EntityChip.tsx';
import { FormField } from '#web/ui/FormField.tsx';
import { Menu } from '#web/ui/Menu.tsx';
import { Facts, Section } from '#web/ui/Section.tsx';
import { TextArea } from '#web/ui/TextField.tsx';
import type { Task } from '../contracts.ts';
import { sayEvidence } from './play-words.ts';
import { useTaskActions } from './task-actions.ts';
import { playText } from './text/text.ts';

/** One task with everything needed to deal with it: why, what to do, and the ways to end it. */
export const OpenTask = ({ task }: { readonly task: Task }) => {
  const t = useText(playText);
  const reader = useReader();
  const { currency } = useWorkspace();
  const language = currentLanguage();
  return (
    <div className="flex max-w-180 flex-col gap-6 p-4 tablet:p-6">
      <header className="flex flex-col gap-2">
        <h2 className="text-16 font-semibold">{task.title[language]}</h2>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-13 text-muted">
          {task.accountId && <EntityChip kind="account" id={task.accountId} name={task.accountName ?? task.accountId} />}
          <DueWords task={task} />
          {task.valueAtStakeMinor !== null && task.valueAtStakeMinor > 0 && (
            <span>{t('today.atStake', { amount: formatMoney(reader, task.valueAtStakeMinor, { currency }) })}</span>
          )}
        </p>
      </header>
      <Section title={t('today.why')}>
        <p className="mb-1 text-13 text-muted">{task.playName ? t('today.play', { play: task.playName[language] }) : t('today.byHand')}</p>
        <Facts
          facts={sayEvidence(task.evidence, t, reader).map(({ label, values }) => ({
            label,
            value: values.map((value) => (
              <span key={value} className="block">
                {value}
              </span>
            )),
          }))}
        />
      </Section>
      {task.advice && (
        <Section title={t('today.advice')}>
          <p className="max-w-[72ch] text-14 whitespace-pre-line">{task.advice[language]}</p>
        </Section>
      )}
      <TaskEnd task={task} />
      {task.accountId && (
        <div>
          <ButtonLink to={`/accounts/${task.accountId}`}>{t('today.openAccount')}</ButtonLink>
        </div>
      )}
    </div>
  );
};

const DueWords = ({ task }: { readonly task: Task }) => {
  const t = useText(playText);
  const reader = useReader();
  const { timeZone } = useWorkspace();
  const day = formatDate(reader, task.dueOn, 'date');
  const overdue = task.status === 'open' && task.dueOn < calendarDay(Date.now(), timeZone);
  return <span className={overdue ? 'text-bad' : ''}>{t(overdue ? 'today.overdue' : 'today.due', { day })}</span>;
};

const TaskEnd = ({ task }: { readonly task: Task }) => {
  const t = useText(playText);
  const mayWrite = useMay('records.write');
  const actions = useTaskActions();
  const [outcome, setOutcome] = useState(task.outcome ?? '');
  const members = useQueryOf(listMembers, {}, { freshFor: 300_000, enabled: mayWrite }).data?.members ?? [];
  if (!mayWrite) return null;
  if (task.status !== 'open') {
    return (
      <div className="flex flex-col items-start gap-2">
        {task.outcome && <p className="text-14">{task.outcome}</p>}
        <Button onClick={() => actions.reopen(task)}>{t('today.reopen')}</Button>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <FormField label={t('today.outcome')} hint={t('today.outcomeHint')}>
        <TextArea rows={2} value={outcome} onChange={setOutcome} maxLength={1000} />
      </FormField>
      <div className="flex flex-wrap gap-2">
        <Button look="primary" pending={actions.pending} onClick={() => actions.finish(task, outcome)}>
          {t('today.finish')}
        </Button>
        <Menu
          trigger={<Button>{t('today.snooze')}</Button>}
          groups={[
            {
              items: [
                { label: t('today.tomorrow'), onSelect: () => actions.snooze(task, 1) },
                { label: t('today.nextWeek'), onSelect: () => actions.snooze(task, 7) },
                { label: t('today.nextMonth'), onSelect: () => actions.snooze(task, 30) },
              ],
            },
          ]}
        />
        <Menu
          trigger={<Button>{t('today.reassign')}</Button>}
          groups={[
            {
              items: members.map((member) => ({
                label: member.name,
                chosen: member.userId === task.ownerId,
                onSelect: () => actions.give(task, member.userId, member.name),
              })),
            },
          ]}
        />
        <Button look="quiet" onClick={() => actions.drop(task)}>
          {t('today.drop')}
        </Button>
      </div>
    </div>
  );
};
