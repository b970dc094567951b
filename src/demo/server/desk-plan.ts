import { PlannedEvent, type PropertyType } from '#flow/measures/plan-contracts.ts';
import { type NamedProperty, PLANNED, type PlannedName, type PlanWords } from '../domain/desk/words.ts';

interface Carried {
  readonly type: PropertyType;
  readonly required?: boolean;
}

const text: Carried = { type: 'text', required: true };
const maybeText: Carried = { type: 'text' };
const number: Carried = { type: 'number', required: true };
const truth: Carried = { type: 'boolean', required: true };
const OF_A_FEATURE = { feature: text };
const OF_AN_INVOICE = { amount: number, currency: text, invoice: text };
const OF_A_MAILING = { campaign: text, kind: text, subject: text };
const OF_A_TALK = { deal: maybeText, kind: maybeText, note: maybeText, rep: maybeText };
const FROM_WHERE = { source: text };

type Entry = readonly [owner: keyof PlanWords['owners'], carried: Readonly<Record<string, Carried>>];

/** Who answers for each event, and what it carries. */
const CARRIED: Readonly<Record<PlannedName, Entry>> = {
  signed_up: ['growth', { trial: truth }],
  teammate_invited: ['growth', { through: text }],
  onboarding_step_done: ['success', { number, step: text }],
  onboarding_finished: ['success', { days: number }],
  feature_used: ['product', { count: number, duration_secs: number, errors: number, feature: text }],
  form_filled: ['product', OF_A_FEATURE],
  stock_counted: ['product', OF_A_FEATURE],
  report_created: ['product', OF_A_FEATURE],
  report_exported: ['product', OF_A_FEATURE],
  theme_switched: ['product', { theme: text }],
  help_asked: ['success', { text, ticket: text, topic: text }],
  opportunity_moved: ['sales', { deal: text, note: text, rep: text, to: text }],
};

/** What every company has: their names say what they mean. */
const COMMON: Readonly<Record<string, Entry>> = {
  page_viewed: [
    'growth',
    {
      ...{ path: text, url: text, title: maybeText, referrer: maybeText, channel: maybeText, bot: { type: 'number' } },
      ...{ utm_medium: maybeText, utm_source: maybeText, fbclid: maybeText, gclid: maybeText },
    },
  ],
  form_submitted: ['growth', { form: text }],
  lead_captured: ['growth', { channel: maybeText, form: maybeText, source: maybeText }],
  pricing_viewed: ['growth', FROM_WHERE],
  demo_requested: ['growth', FROM_WHERE],
  question_asked: ['growth', FROM_WHERE],
  trial_started: ['growth', { plan: maybeText, source: maybeText }],
  email_sent: ['growth', OF_A_MAILING],
  email_opened: ['growth', { ...OF_A_MAILING, machine: truth }],
  email_clicked: ['growth', OF_A_MAILING],
  experiment_exposed: ['product', { experiment: text, variant: text }],
  lead_qualified: ['sales', { by: text }],
  call_logged: ['sales', OF_A_TALK],
  meeting_held: ['sales', OF_A_TALK],
  loss_explained: ['sales', { deal: text, reason: text, rep: text, text }],
  help_given: ['success', { text, ticket: text }],
  programme_entered: ['success', { arm: text, programme: text }],
  gift_sent: ['success', { kind: text }],
  survey_sent: ['success', { survey: text }],
  survey_answered: ['success', { comment: maybeText, score: number, survey: text }],
  feedback_given: ['product', { area: text, mood: text, text }],
  invoice_issued: ['finance', OF_AN_INVOICE],
  invoice_paid: ['finance', OF_AN_INVOICE],
  payment_failed: ['finance', OF_AN_INVOICE],
};

/** The tracking plan of the demo company's product in these words, properties in the order of their names. */
export const demoPlan = ({ owners, events, shown, properties }: PlanWords): readonly PlannedEvent[] => {
  const planned = (name: string, [owner, carried]: Entry, more: Partial<PlannedEvent> = {}): PlannedEvent =>
    PlannedEvent.parse({
      ...{ name, owner: owners[owner], ...more },
      properties: Object.entries(carried)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([property, kind]) => ({ name: property, displayName: properties[property as NamedProperty], ...kind })),
    });
  return [
    ...PLANNED.map((name) => planned(name, CARRIED[name], { displayName: shown[name] ?? '', description: events[name] })),
    ...Object.entries(COMMON).map(([name, entry]) => planned(name, entry)),
  ];
};
