import { AppError } from '#kernel/app-error.ts';
import { RECORD_SAYS } from '#kernel/record-sayings.ts';
import type { LeadScore } from '../contracts.ts';
import { NOTHING_KNOWN, recordAt } from '../domain/lead-score/account-lead-score.ts';
import { leadScoreOf } from '../domain/lead-score/lead-score-of.ts';
import { writePersonFigures } from '../store/figures.ts';
import { lonePeopleAfter, peopleToScore } from '../store/lead-people.ts';
import { leadDefinition } from '../store/signal-versions.ts';
import type { SignalsDeps } from './deps.ts';
import { personFigure } from './figures-of.ts';
import { knownLeads } from './lead-knowledge.ts';

const CHUNK = 2_000;

/** How good is this lead, and why, as one could know at an instant (UTC ms)? Its record is the present one: only what it did is told as of then. */
export const leadScoreOfPerson = async (
  deps: SignalsDeps,
  ws: number,
  { person, asOf }: { person: number; asOf: number },
): Promise<LeadScore> => {
  const definition = await leadDefinition(deps.postgres.db, ws, asOf);
  const [lead] = await knownLeads(deps, ws, { of: { people: [person] }, definition, asOf });
  if (!lead) throw new AppError('not_found', RECORD_SAYS.person_gone({ id: String(person) }));
  return { asOf, ...leadScoreOf(definition, recordAt(lead, asOf) ?? NOTHING_KNOWN, lead.facts, asOf) };
};

/** Scores people who belong to no account, whom no account's reaction reaches: all of them, or those that changed since they were scored. */
export const scorePeopleWithoutAccount = async (deps: SignalsDeps, ws: number, which: 'all' | 'changed'): Promise<number> => {
  const { db } = deps.postgres;
  const definition = await leadDefinition(db, ws);
  let scored = 0;
  for (let after = 0; ; ) {
    const people = which === 'all' ? await lonePeopleAfter(db, ws, after, CHUNK) : await peopleToScore(db, ws, after, CHUNK);
    if (people.length === 0) return scored;
    after = people.at(-1)!;
    const now = deps.clock.now();
    const leads = await knownLeads(deps, ws, { of: { people }, definition, asOf: now });
    await deps.postgres.transaction((tx) =>
      writePersonFigures(
        tx,
        ws,
        leads.map((lead) => personFigure(lead, definition, now)),
        now,
      ),
    );
    scored += leads.length;
  }
};
