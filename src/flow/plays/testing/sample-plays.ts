import type { Condition } from '#kernel/condition.ts';
import { EVERYTHING } from '#kernel/condition.ts';
import type { PlayDefinition } from '#kernel/play.ts';
import type { NumberedAccount } from '../domain/play-changes.ts';

const words = (en: string) => ({ en, 'zh-CN': en, es: en });

/** A play for tests: what is not given is the simplest that does something. */
export const samplePlay = (id: string, trigger: PlayDefinition['trigger'], given: Partial<PlayDefinition> = {}): PlayDefinition => ({
  id,
  version: 1,
  name: words(id),
  words: words(id),
  trigger,
  audience: EVERYTHING,
  holdOutPercent: 0,
  steps: [{ kind: 'task', title: words(`Do ${id}`), advice: words('Call'), dueInDays: 2 }],
  goal: { condition: { field: 'stage', op: 'is', value: 'active' }, withinDays: 30, words: words('Active') },
  ...given,
});

const PAYS: Condition = { field: 'mrr', op: 'gt', value: 0 };

/** One play of each kind of trigger, of the shape that stages ship. */
export const SAMPLE_PLAYS = {
  red: samplePlay(
    'retain.turned_red',
    { kind: 'signal_crosses', signal: 'health', to: 'bad' },
    {
      audience: PAYS,
      goal: { condition: { field: 'health_band', op: 'in', value: ['good', 'watch'] }, withinDays: 60, words: words('Out of the red') },
    },
  ),
  renewal: samplePlay('retain.renewal', { kind: 'date_near', field: 'renews_on', days: 90 }, { audience: PAYS }),
  quiet: samplePlay(
    'activate.quiet',
    { kind: 'date_near', field: 'customer_since', days: -14 },
    { audience: { all: [PAYS, { field: 'stage', op: 'is', value: 'onboarding' }] } },
  ),
  welcome: samplePlay('activate.welcome', { kind: 'stage_entered', stage: 'onboarding' }),
  payment: samplePlay(
    'grow.payment_failed',
    { kind: 'fact', event: 'payment_failed' },
    { goal: { condition: PAYS, withinDays: 30, words: words('Pays') } },
  ),
} as const;

/** An account for tests: a healthy customer of 100.00 a month without dates, of the owner `usr_ada`. */
export const sampleAccount = (num: number, given: Partial<NumberedAccount> = {}): NumberedAccount => ({
  num,
  id: `acc_${String(num).padStart(6, '0')}`,
  name: `Account ${num}`,
  domain: null,
  industry: null,
  country: null,
  channel: null,
  plan: null,
  seats: null,
  ownerId: 'usr_ada',
  ownerName: 'Ada',
  attributes: {},
  createdAt: 0,
  stage: 'active',
  stageSince: 0,
  mrrMinor: 10_000,
  mrrPeakMinor: 10_000,
  customerSince: null,
  renewsOn: null,
  health: 80,
  healthBand: 'good',
  healthChange: null,
  leadScore: null,
  leadGrade: null,
  lastActiveAt: null,
  activeDays28: 0,
  activePeople28: 0,
  openTickets: 0,
  ...given,
});
