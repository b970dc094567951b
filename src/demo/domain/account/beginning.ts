import { IDLE_PLAY, RESCUE_PLAY } from '../company/effects.ts';
import type { Random } from '../random.ts';
import type { Life } from './life.ts';
import { ONBOARDING_STEPS } from './onboarding.ts';
import { idsOf, instantThere, speakerOn, type Telling } from './telling.ts';

/** How people come into the product and how customers begin: sign-ups, invitations, onboarding, the experiment and the plays that they entered. */
export const tellBeginnings = (telling: Telling): void => {
  const random = telling.random.of('beginnings');
  tellSignUps(telling);
  for (const life of telling.lives) {
    tellPlays(telling, life, random);
    tellGuides(telling, life);
    if (life.number === 1) tellOnboarding(telling, life, random);
  }
};

const tellSignUps = ({ people, profile, outbox, world, pipeline }: Telling): void => {
  for (const person of people) {
    if (person.joinDay === null) continue;
    const isTrial = person.number === 0 && pipeline.trial !== null;
    // In time before the first use of the day: nobody uses the product before being known to it.
    const at = world.days.instantOf(person.joinDay, person.startMinute - 20, profile.country.zone);
    outbox.say(at, {
      type: 'identify',
      userId: person.userId!,
      ...(person.number === 0 ? { anonymousId: person.anonymousId } : {}),
      groupId: profile.accountId,
      traits: { email: person.email, name: person.name.full, title: person.title, role: person.role },
    });
    outbox.say(at + 2_000, {
      type: 'track',
      event: 'signed_up',
      userId: person.userId!,
      groupId: profile.accountId,
      properties: { trial: isTrial },
    });
  }
};

const tellOnboarding = (telling: Telling, life: Life, random: Random): void => {
  const { onboarding, startDay } = life;
  const { profile, outbox, world } = telling;
  const say = (day: number, event: string, properties: Readonly<Record<string, unknown>>, minute = random.between(560, 1000)): void => {
    if (day >= (life.endDay ?? world.days.count)) return;
    const who = { ...idsOf(speakerOn(telling, day), day), groupId: profile.accountId };
    outbox.say(instantThere(telling, day, minute), { type: 'track', event, ...who, properties });
  };
  if (onboarding.arm !== null) say(startDay, 'experiment_exposed', { experiment: 'onboarding_checklist', variant: onboarding.arm }, 550);
  for (const [index, day] of onboarding.stepDays.entries())
    say(day, 'onboarding_step_done', { step: ONBOARDING_STEPS[index], number: index + 1 });
  say(onboarding.stepDays.at(-1)!, 'onboarding_finished', { days: onboarding.stepDays.at(-1)! - startDay }, 1010);
  for (const day of onboarding.inviteDays) say(day, 'teammate_invited', { through: 'email' });
  const later = telling.people.filter(({ joinDay }) => joinDay !== null && joinDay > startDay + 14);
  for (const { joinDay } of later) say(joinDay! - 1 < startDay + 14 ? joinDay! : joinDay! - 1, 'teammate_invited', { through: 'email' });
  if (onboarding.exportedEarly) say(startDay + 2 + random.int(11), 'report_exported', { feature: 'exports' });
  if (onboarding.darkTheme) say(startDay + random.int(12), 'theme_switched', { theme: 'dark' });
};

/** A new feature is shown to whoever runs the product there. */
const tellGuides = (telling: Telling, life: Life): void => {
  const random = telling.random.of('guides', life.number);
  for (const { day, feature } of telling.world.releases) {
    if (feature === null || day < life.startDay || day >= (life.endDay ?? telling.world.days.count)) continue;
    const who = { ...idsOf(speakerOn(telling, day), day), groupId: telling.profile.accountId };
    const at = instantThere(telling, day, random.between(620, 1000));
    telling.outbox.say(at, { type: 'track', event: 'guide_shown', ...who, properties: { guide: feature } });
    if (random.chance(0.4))
      telling.outbox.say(at + 90_000, { type: 'track', event: 'guide_finished', ...who, properties: { guide: feature } });
  }
};

const tellPlays = (telling: Telling, life: Life, random: Random): void => {
  const { profile, outbox, world } = telling;
  const entered = [
    { key: RESCUE_PLAY.key, entry: life.rescue },
    { key: IDLE_PLAY.key, entry: life.number === 1 ? life.onboarding.idlePlay : null },
  ];
  for (const { key, entry } of entered) {
    if (entry === null || entry.day >= (life.endDay ?? world.days.count)) continue;
    const who = { ...idsOf(speakerOn(telling, entry.day), entry.day), groupId: profile.accountId };
    const say = (minute: number, event: string, properties: Readonly<Record<string, unknown>>): void =>
      outbox.say(instantThere(telling, entry.day, minute), { type: 'track', event, ...who, properties });
    say(530, 'programme_entered', { programme: key, arm: entry.arm });
    if (entry.arm === 'hold') continue;
    if (key === RESCUE_PLAY.key)
      say(random.between(600, 1000), 'call_logged', { kind: key, note: world.lexicon.callNote(random.of('note', entry.day)) });
    else say(random.between(600, 1000), 'gift_sent', { kind: key });
  }
};
