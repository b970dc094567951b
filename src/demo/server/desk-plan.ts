import { PlannedEvent, type PropertyType } from '#flow/measures/plan-contracts.ts';
import { type NamedProperty, PLANNED, type PlannedName, type PlanWords } from '../domain/desk/words.ts';

interface Carried {
  readonly type: PropertyType;
  readonly required?: boolean;
}

const text: Carried = { type: 'text', required: true };
const number: Carried = { type: 'number', required: true };
const OF_A_FEATURE = { feature: text };

/** Who answers for each event, and what it carries. */
const CARRIED: Readonly<Record<PlannedName, readonly [owner: keyof PlanWords['owners'], Readonly<Record<string, Carried>>]>> = {
  signed_up: ['growth', { trial: { type: 'boolean', required: true } }],
  teammate_invited: ['growth', { through: text }],
  onboarding_step_done: ['success', { number, step: text }],
  onboarding_finished: ['success', { days: number }],
  feature_used: ['product', { count: number, duration_secs: number, errors: number, feature: text }],
  form_filled: ['product', OF_A_FEATURE],
  stock_counted: ['product', OF_A_FEATURE],
  report_created: ['product', OF_A_FEATURE],
  report_exported: ['product', OF_A_FEATURE],
  theme_switched: ['product', { theme: text }],
  guide_shown: ['growth', { guide: text }],
  guide_finished: ['growth', { guide: text }],
  help_asked: ['success', { text, ticket: text, topic: text }],
  cancellation_requested: ['success', { reason: text, term: text }],
};

/** The tracking plan of the demo company's product in these words, properties in the order of their names. */
export const demoPlan = ({ owners, events, shown, properties }: PlanWords): readonly PlannedEvent[] =>
  PLANNED.map((name) => {
    const [owner, carried] = CARRIED[name];
    return PlannedEvent.parse({
      ...{ name, displayName: shown[name], description: events[name], owner: owners[owner] },
      properties: Object.entries(carried)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([property, kind]) => ({ name: property, displayName: properties[property as NamedProperty], ...kind })),
    });
  });
