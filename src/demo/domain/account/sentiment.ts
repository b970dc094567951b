import { FEATURES } from '../lexicon/keys.ts';
import type { Random } from '../random.ts';
import type { LifeMonth } from './course.ts';
import type { Life } from './life.ts';
import type { Person } from './people.ts';
import { idsOf, instantThere, type Telling } from './telling.ts';

/** What customers say of us: surveys every quarter, feedback when they feel like it, talks with their success manager. */
export const tellSentiment = (telling: Telling): void => {
  const random = telling.random.of('sentiment');
  for (const life of telling.lives) {
    for (const [number, month] of life.months.entries()) tellMonth(telling, life, { month, number, random });
  }
};

interface Month {
  readonly month: LifeMonth;
  readonly number: number;
  readonly random: Random;
}

const tellMonth = (telling: Telling, life: Life, { month, number, random }: Month): void => {
  const { people, profile, outbox, world } = telling;
  const ends = Math.min(month.toDay, life.endDay ?? world.days.count, world.days.count);
  const day = month.fromDay + random.int(Math.max(1, ends - month.fromDay));
  const present = people.filter(({ joinDay, leaveDay }) => joinDay !== null && joinDay < day && (leaveDay === null || leaveDay > day));
  if (present.length === 0) return;
  const say = (person: Person, event: string, properties: Readonly<Record<string, unknown>>): void =>
    outbox.say(instantThere(telling, day, random.between(560, 1020)), {
      ...{ type: 'track', event, ...idsOf(person, day), groupId: profile.accountId, properties },
    });
  const mood = moodOf(month.hazard);
  // Words have draws of their own: a text more in the lexicon must change nobody's life.
  const words = telling.random.of('words', life.number, number);
  if (number % 3 === 2)
    for (const person of present.slice(0, 3)) {
      say(person, 'survey_sent', { survey: 'nps' });
      if (!random.chance(0.4)) continue;
      const score = Math.min(10, Math.max(0, Math.round(9.2 - 16 * Math.min(0.4, month.hazard) + 1.3 * random.normal())));
      say(person, 'survey_answered', {
        survey: 'nps',
        score,
        ...(random.chance(0.5) ? { comment: profile.lexicon.surveyComment(words, score) } : {}),
      });
    }
  if (random.chance(0.09)) {
    const area = random.chance(0.2) ? random.pick(['price', 'support'] as const) : random.pick(FEATURES);
    const said = random.chance(0.4) ? 'wish' : random.chance(mood) ? 'good' : 'bad';
    say(random.pick(present), 'feedback_given', { area, mood: said, text: profile.lexicon.feedback(words, area, said) });
  }
  if (profile.seats >= 10 && random.chance(0.35))
    say(present[0]!, 'meeting_held', { kind: 'check_in', note: world.lexicon.callNote(words) });
};

/** How likely is a good word, at this hazard? */
const moodOf = (hazard: number): number => Math.max(0.1, 0.8 - 5 * hazard);
