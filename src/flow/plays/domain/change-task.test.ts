import { describe, expect, it } from 'vitest';
import { changeTask, type TaskPatch } from './change-task.ts';
import type { TaskRecord } from './task-record.ts';

const NOW = Date.UTC(2026, 4, 10, 10);
const words = { en: 'Call', 'zh-CN': 'Call', es: 'Call' };
const TASK: TaskRecord = {
  id: 'tsk_1',
  playId: null,
  runId: null,
  step: 0,
  accountNum: 1,
  accountId: 'acc_1',
  ownerId: 'usr_ada',
  title: words,
  advice: null,
  evidence: [],
  status: 'open',
  dueOn: '2026-05-12',
  snoozedUntil: null,
  valueMinor: 0,
  createdAt: 0,
  doneAt: null,
  outcome: null,
  version: 1,
};
const ASLEEP: TaskRecord = { ...TASK, status: 'snoozed', snoozedUntil: '2026-05-08' };
const change = (task: TaskRecord, patch: TaskPatch) => changeTask(task, patch, { now: NOW, today: '2026-05-10' });

describe('a change of a task', () => {
  it('notes when it was done or dropped, once', () => {
    expect(change(TASK, { status: 'done' })).toMatchObject({ task: { status: 'done', doneAt: NOW, version: 2 }, events: ['task_done'] });
    expect(change({ ...TASK, status: 'done', doneAt: 5 }, { outcome: 'Stays' })).toMatchObject({
      task: { doneAt: 5, outcome: 'Stays' },
      events: [],
    });
    expect(change({ ...TASK, status: 'done', doneAt: 5 }, { status: 'open' })).toMatchObject({
      task: { doneAt: null },
      events: ['task_opened'],
    });
  });

  it('snoozes by a later date alone, and wakes by its removal', () => {
    expect(change(TASK, { snoozedUntil: '2026-05-11' })).toMatchObject({
      task: { status: 'snoozed', snoozedUntil: '2026-05-11' },
      events: ['task_snoozed'],
    });
    expect(change(ASLEEP, { snoozedUntil: null })).toMatchObject({ task: { status: 'open', snoozedUntil: null }, events: ['task_opened'] });
    expect(change(ASLEEP, { status: 'done' })).toMatchObject({ task: { snoozedUntil: null } });
  });

  it('refuses to snooze until today, before it, or until no day', () => {
    for (const patch of [{ snoozedUntil: '2026-05-10' }, { status: 'snoozed' }, { status: 'snoozed', snoozedUntil: null }] as const)
      expect(change(TASK, patch)).toEqual({ problem: 'snooze_needs_a_later_day' });
  });

  it('gives one to somebody else, also one whose snooze is over', () => {
    expect(change(ASLEEP, { ownerId: null })).toMatchObject({ task: { status: 'snoozed', ownerId: null }, events: ['task_reassigned'] });
    expect(change(TASK, { ownerId: 'usr_ada' })).toMatchObject({ events: [] });
  });
});
