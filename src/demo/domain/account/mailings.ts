import type { CampaignKind } from '../lexicon/keys.ts';
import { idsOf, instantThere, type Telling } from './telling.ts';

/** The monthly mailing to whoever is known, and what became of it: opened by people and by machines, clicked, unsubscribed. */
export const tellMailings = (telling: Telling): void => {
  const { world, profile, people, outbox, lives } = telling;
  const [contact] = people;
  const random = telling.random.of('mailings');
  const opensByMachine = random.chance(0.3);
  const interest = 0.15 + 0.35 * profile.need;
  for (let day = profile.captureDay + 9 + random.int(20), number = 0; day < world.days.count; day += 30, number++) {
    const isCustomer = lives.some(({ startDay, endDay }) => startDay <= day && (endDay === null || day < endDay));
    const isLost = !isCustomer && lives.some(({ endDay }) => endDay !== null && endDay <= day);
    const kind = kindOf(isCustomer, isLost, number);
    const month = world.days.dateOf(day).slice(0, 7);
    const mailing = { campaign: `${month}-${kind}`, kind, subject: world.subjectOf(kind, month) };
    const say = (minute: number, event: string, properties: Readonly<Record<string, unknown>>): void =>
      outbox.say(instantThere(telling, day, minute), {
        ...{ type: 'track', event, ...idsOf(contact!, day), groupId: profile.accountId, properties },
      });
    say(545, 'email_sent', mailing);
    if (contact!.leaveDay !== null && day >= contact!.leaveDay) {
      say(545.5, 'email_bounced', { campaign: mailing.campaign, reason: 'mailbox_gone' });
      return;
    }
    if (opensByMachine) say(545.2, 'email_opened', { ...mailing, machine: true });
    if (!random.chance(interest)) continue;
    const read = random.between(560, 1200);
    say(read, 'email_opened', { ...mailing, machine: false });
    if (random.chance(0.25)) say(read + 1, 'email_clicked', mailing);
    if (!random.chance(0.015)) continue;
    say(read + 2, 'email_unsubscribed', { campaign: mailing.campaign });
    return;
  }
};

const kindOf = (isCustomer: boolean, isLost: boolean, number: number): CampaignKind => {
  if (isLost) return 'reactivation';
  if (isCustomer) return (['onboarding_tips', 'product_update', 'newsletter'] as const)[number % 3]!;
  return (['newsletter', 'case_study', 'webinar_invitation'] as const)[number % 3]!;
};
