import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  factRecorder,
  importContext,
  importRows,
  plantedAccounts,
  plantRavenStack,
  runImport,
  type SampleMapping,
  sampleRows,
  tally,
  undoImport,
} from '#flow/intake/testing/sample-import.ts';
import { createTestPostgres } from '#platform/postgres/testing.ts';
import { sql } from '#platform/postgres.ts';
import type { Ticket } from './contracts.ts';
import { createRetain } from './index.ts';

let postgres: Awaited<ReturnType<typeof createTestPostgres>>;
beforeAll(async () => {
  postgres = await createTestPostgres();
  await plantRavenStack(postgres.db, 1);
});
afterAll(() => postgres.drop());

const FILE = 'ravenstack_saas/ravenstack_support_tickets.csv';
const MAPPING: SampleMapping = {
  ticket_id: ['ticket_id', 'text'],
  account_id: ['account_id', 'text'],
  submitted_at: ['opened_at', 'instant'],
  closed_at: ['closed_at', 'instant'],
  resolution_time_hours: ['resolution_hours', 'number'],
  priority: ['priority', 'text'],
  first_response_time_minutes: ['first_response_minutes', 'number'],
  satisfaction_score: ['satisfaction', 'number'],
  escalation_flag: ['escalated', 'boolean'],
};
const rows = () => importRows(FILE, MAPPING);
const open = () => {
  const recorder = factRecorder();
  const retain = createRetain({ postgres, appendFacts: recorder.appendFacts, ...plantedAccounts(postgres.db) });
  return { ...recorder, retain, tickets: retain.importTargets[0]! };
};
const eventsOf = (facts: readonly { event: string }[]): Readonly<Record<string, number>> =>
  Object.fromEntries([...Map.groupBy(facts, (fact) => fact.event)].map(([event, some]) => [event, some.length]));

describe('the tickets of RavenStack', () => {
  it('come in with every step at its instant, and what does not fit is counted', async () => {
    const { facts, tickets } = open();
    const outcomes = await runImport(postgres, tickets, { context: importContext(postgres.db), rows: rows() });
    expect(tally(outcomes)).toEqual({ created: 2000, before_sign_up: 1077, opened_without_time: 2000, answered_after_close: 36 });

    const file = sampleRows(FILE);
    const rated = file.filter((row) => row.satisfaction_score !== '');
    expect(eventsOf(facts)).toEqual({
      ticket_opened: 2000,
      ticket_answered: 2000,
      ticket_closed: 2000,
      ticket_rated: rated.length,
      ticket_escalated: file.filter((row) => row.escalation_flag === 'TRUE').length,
    });
    const sum = (event: string, prop: string) =>
      facts.filter((fact) => fact.event === event).reduce((total, fact) => total + Number(fact.props?.[prop]), 0);
    const column = (name: string) => file.reduce((total, row) => total + Number(row[name]), 0);
    expect(sum('ticket_answered', 'minutes')).toBe(column('first_response_time_minutes'));
    expect(sum('ticket_closed', 'hours')).toBeCloseTo(column('resolution_time_hours'), 6);
    expect(sum('ticket_rated', 'score')).toBe(column('satisfaction_score'));
    expect(facts.every((fact) => fact.known === fact.at && fact.account! > 0)).toBe(true);
  });

  it('change nothing when they come again', async () => {
    const { facts, tickets } = open();
    expect(
      tally(await runImport(postgres, tickets, { context: importContext(postgres.db, { importNumber: 2 }), rows: rows() })),
    ).toMatchObject({ unchanged: 2000 });
    expect(facts).toEqual([]);
  });

  it('tell only the steps that are new, and an undo takes them back', async () => {
    const { facts, tickets } = open();
    const context = importContext(postgres.db, { importNumber: 3 });
    const [first] = rows();
    const waiting = {
      ...first!,
      values: {
        ...first!.values,
        ticket_id: 'T-new',
        closed_at: null,
        resolution_hours: null,
        first_response_minutes: null,
        escalated: false,
      },
    };
    await runImport(postgres, tickets, { context, rows: [waiting] });
    const closed = {
      ...waiting,
      values: { ...waiting.values, closed_at: Number(first!.values.closed_at), first_response_minutes: 30, satisfaction: 4 },
    };
    const outcomes = await runImport(postgres, tickets, { context, rows: [closed] });
    const again = await runImport(postgres, tickets, { context, rows: [waiting] });
    expect(facts.map((fact) => fact.event)).toEqual(['ticket_opened', 'ticket_answered', 'ticket_closed', 'ticket_rated', 'ticket_opened']);
    expect(facts.at(-1)).toMatchObject({ at: context.now, props: { again: '1' } });
    await undoImport(postgres, tickets, { context, outcomes: [...outcomes, ...again] });
    expect(tally(await runImport(postgres, tickets, { context, rows: [waiting] }))).toMatchObject({ unchanged: 1 });
    await sql`delete from ticket where external_id = 'T-new'`.execute(postgres.db);
  });

  it('refuse what cannot be', async () => {
    const { tickets } = open();
    const [row] = rows();
    const bad = [
      { closed_at: Number(row!.values.opened_at) - 1 },
      { satisfaction: 9 },
      { priority: 'soonish' },
      { account_id: 'A-nobody' },
    ].map((values, index) => ({
      ...row!,
      values: { ...row!.values, ticket_id: `bad${index}`, ...values },
    }));
    const outcomes = await runImport(postgres, tickets, { context: importContext(postgres.db), rows: bad });
    expect(outcomes.map((outcome) => outcome.outcome === 'failed' && outcome.field)).toEqual([
      'closed_at',
      'satisfaction',
      'priority',
      'account_id',
    ]);
  });

  it('are listed for their account, the newest first', async () => {
    const { retain } = open();
    const [account] = sampleRows('ravenstack_saas/ravenstack_accounts.csv');
    const context = { workspace: { ws: 1 }, may: () => true };
    const answer = (await retain.routes[0]!.handle({ params: { id: 'acc_1' }, query: undefined, body: undefined }, context as never)) as {
      rows: readonly Ticket[];
    };
    expect(answer.rows).toHaveLength(sampleRows(FILE).filter((row) => row.account_id === account!.account_id).length);
    expect(answer.rows.map((ticket) => ticket.openedAt)).toEqual(answer.rows.map((ticket) => ticket.openedAt).sort((a, b) => b - a));
    await expect(
      retain.routes[0]!.handle({ params: { id: 'acc_x' }, query: undefined, body: undefined }, context as never),
    ).rejects.toThrow('There is no account');
  });
});
