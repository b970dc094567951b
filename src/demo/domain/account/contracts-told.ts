import { money } from '../company/prices.ts';
import type { Life } from './life.ts';
import { addRow, idsOf, instantThere, speakerOn, type Telling } from './telling.ts';
import type { Terms } from './terms.ts';

/** The subscriptions of an account as its billing system exports them: how they began, every change, every end and every correction. */
export const tellContracts = (telling: Telling): void => {
  const { pipeline, profile, rows, world, lives } = telling;
  const { trial } = pipeline;
  if (trial !== null && trial.fromDay < world.days.count) {
    addRow(rows, 'subscriptions', 'subscription', {
      subscription_id: `T-${profile.accountId.slice(2)}`,
      account_id: profile.accountId,
      start_date: world.days.dateOf(trial.fromDay),
      end_date: trial.toDay < world.days.count ? world.days.dateOf(trial.toDay) : null,
      plan: world.lexicon.plan('team'),
      seats: '3',
      mrr: '0.00',
      currency: profile.currency,
      is_trial: 'true',
      billing_frequency: 'monthly',
    });
  }
  for (const life of lives) tellLife(telling, life);
};

/** Under which id does the billing system keep this life? */
export const subscriptionId = (accountId: string, life: number): string => `S-${accountId.slice(2)}-${life}`;

const tellLife = (telling: Telling, life: Life): void => {
  const { rows, world, profile } = telling;
  const { days, lexicon } = world;
  const [first, ...changes] = life.terms as readonly [Terms, ...Terms[]];
  const row = (terms: Terms): Record<string, string | null> => ({
    subscription_id: subscriptionId(profile.accountId, life.number),
    account_id: profile.accountId,
    start_date: days.dateOf(life.startDay),
    plan: lexicon.plan(terms.plan),
    seats: String(terms.seats),
    mrr: money(terms.mrrMinor, life.currency),
    arr: money(terms.mrrMinor * 12, life.currency),
    currency: life.currency,
    is_trial: 'false',
    billing_frequency: life.term === 'year' ? 'annual' : 'monthly',
    auto_renew: 'true',
  });
  addRow(rows, 'subscriptions', 'subscription', row(life.typo === null ? first : { ...first, ...life.typo }));
  if (life.typo !== null)
    addRow(rows, 'subscription-corrections', 'subscription', {
      ...row(first),
      changed_on: days.dateOf(life.startDay),
      known_on: days.dateOf(life.typo.knownDay),
    });
  for (const terms of changes) addRow(rows, 'subscription-changes', 'subscription', { ...row(terms), changed_on: days.dateOf(terms.day) });
  if (life.endDay !== null) tellEnd(telling, life, row(life.terms.at(-1)!));
  tellPlans(telling, life);
  tellInvoices(telling, life);
};

const tellEnd = (telling: Telling, life: Life, row: Readonly<Record<string, string | null>>): void => {
  const { rows, world, profile, random, outbox } = telling;
  const { days, lexicon } = world;
  const endedOn = days.dateOf(life.endDay!);
  const words = random.of('churn', life.number);
  const reason = life.reason!;
  const isYearly = life.term === 'year';
  addRow(rows, 'subscription-changes', 'subscription', {
    ...row,
    end_date: endedOn,
    end_reason: lexicon.churnReason(reason),
    auto_renew: 'false',
  });
  addRow(rows, 'churn', 'churn', {
    churn_event_id: `C-${profile.accountId.slice(2)}-${life.number}`,
    account_id: profile.accountId,
    churn_date: endedOn,
    reason: lexicon.churnReason(reason),
    feedback: words.chance(0.6) ? lexicon.feedback(words, areaOf(reason), 'bad') : null,
    is_reactivation: life.number > 1 ? 'true' : 'false',
    preceding_upgrade: String(life.terms.some(({ mrrMinor }, index) => index > 0 && mrrMinor > life.terms[index - 1]!.mrrMinor)),
    preceding_downgrade: String(life.terms.some(({ mrrMinor }, index) => index > 0 && mrrMinor < life.terms[index - 1]!.mrrMinor)),
  });
  if (life.noticeDay === null) return;
  outbox.say(instantThere(telling, life.noticeDay, words.between(560, 1000)), {
    type: 'track',
    event: 'cancellation_requested',
    ...idsOf(speakerOn(telling, life.noticeDay), life.noticeDay),
    groupId: profile.accountId,
    properties: { reason, term: isYearly ? 'annual' : 'monthly' },
  });
};

const areaOf = (reason: string): 'price' | 'support' | 'reports' | 'schedule' => {
  if (reason === 'price' || reason === 'payment_failed') return 'price';
  return reason === 'support' ? 'support' : reason === 'missing_feature' ? 'reports' : 'schedule';
};

// The product tells plan and seats with its group call, when they begin and whenever they change.
const tellPlans = (telling: Telling, life: Life): void => {
  for (const { day, plan, seats } of life.terms)
    telling.outbox.say(instantThere(telling, day, 600), {
      type: 'group',
      ...idsOf(speakerOn(telling, day), day),
      groupId: telling.profile.accountId,
      traits: { plan: telling.world.lexicon.plan(plan), seats },
    });
};

const tellInvoices = (telling: Telling, life: Life): void => {
  const { profile, world, outbox } = telling;
  life.invoices.forEach(({ day, amountMinor, failedDay, paidDay }, index) => {
    const payer = idsOf(speakerOn(telling, day), day);
    const ends = life.endDay ?? world.days.count;
    const properties = {
      invoice: `I-${profile.accountId.slice(2)}-${life.number}-${index + 1}`,
      amount: money(amountMinor, life.currency),
      currency: life.currency,
    };
    const say = (on: number, event: string, minute: number): void => {
      if (on <= ends)
        outbox.say(world.days.instantOf(on, minute), { type: 'track', event, ...payer, groupId: profile.accountId, properties });
    };
    say(day, 'invoice_issued', 480 + (profile.index % 60));
    if (failedDay !== null) say(failedDay, 'payment_failed', 500 + (profile.index % 60));
    if (paidDay !== null) say(paidDay, 'invoice_paid', 620 + (profile.index % 60));
  });
};
