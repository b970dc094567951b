/** A text with its explanation, as a list shows it. */
export interface Named {
  readonly name: string;
  readonly note: string;
}

/** What the ready-made questions, boards and segments of the demo company are called in one language. */
export interface DeskWords {
  /** Whose they are, as lists say it. */
  readonly author: string;
  readonly questions: Readonly<Record<'activeAccounts' | 'firstSteps' | 'comeBack' | 'byRole' | 'features' | 'visitors', Named>>;
  readonly boards: Readonly<Record<'company' | 'product', Named>>;
  readonly segments: Readonly<Record<'quiet' | 'renewal' | 'reporters', Named>>;
}
