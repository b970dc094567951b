/** A text with its explanation, as a list shows it. */
export interface Named {
  readonly name: string;
  readonly note: string;
}

/** The events that the product of the demo company sends, as its tracking plan has them. */
export const PLANNED = [
  'signed_up',
  'teammate_invited',
  'onboarding_step_done',
  'onboarding_finished',
  'feature_used',
  'form_filled',
  'stock_counted',
  'report_created',
  'report_exported',
  'theme_switched',
  'help_asked',
  'opportunity_moved',
] as const;
export type PlannedName = (typeof PLANNED)[number];

/** Properties whose names say little to somebody who did not choose them. */
export type NamedProperty = 'count' | 'days' | 'duration_secs' | 'errors' | 'number' | 'step' | 'theme' | 'through' | 'topic' | 'trial';

/** The tracking plan in one language. */
export interface PlanWords {
  readonly owners: Readonly<Record<'finance' | 'growth' | 'product' | 'sales' | 'success', string>>;
  /** What each event means. */
  readonly events: Readonly<Record<PlannedName, string>>;
  /** What is called otherwise than the product calls it by itself. */
  readonly shown: Readonly<Partial<Record<PlannedName, string>>>;
  readonly properties: Readonly<Record<NamedProperty, string>>;
}

/** What the ready-made questions, boards and segments of the demo company are called in one language, and what its tracking plan says. */
export interface DeskWords {
  /** Whose they are, as lists say it. */
  readonly author: string;
  readonly questions: Readonly<Record<'activeAccounts' | 'firstSteps' | 'comeBack' | 'byRole' | 'features' | 'visitors', Named>>;
  readonly boards: Readonly<Record<'company' | 'product', Named>>;
  readonly segments: Readonly<Record<'quiet' | 'renewal' | 'reporters', Named>>;
  readonly plan: PlanWords;
}
