import type { AccountTruth, CompanyTruth } from './truth.ts';

/** What company to simulate. Equal plans give equal deliveries, to the byte. */
export interface CompanyPlan {
  readonly seed: number;
  /** Companies that were worth selling to; onlookers, who never come that far, and visitors that stay strangers come on top. */
  readonly accounts: number;
  readonly months: number;
  /** Mean product events per active person and month. */
  readonly usesPerPersonMonth: number;
  /** Of most names and texts; some companies are foreign in every language. */
  readonly language: 'en' | 'zh-CN' | 'es';
  /** Last simulated local date: nothing in the deliveries lies after it. */
  readonly endsOn: string;
  /** IANA zone of the simulated company itself: its dates are local to it. */
  readonly timeZone: string;
  /** Its home currency (ISO 4217); two others are also sold in. */
  readonly currency: string;
}

/** A Segment message as a library would send it, with when the product learned of it when that was later than its timestamp. */
export interface Message {
  readonly type: 'track' | 'identify' | 'page' | 'group' | 'alias' | 'screen';
  readonly messageId: string;
  /** ISO 8601 in UTC. */
  readonly timestamp: string;
  readonly receivedAt?: string;
  readonly anonymousId?: string;
  readonly userId?: string;
  readonly groupId?: string;
  readonly event?: string;
  readonly name?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly traits?: Readonly<Record<string, unknown>>;
  readonly context?: Readonly<Record<string, unknown>>;
}

/** A row of a file of the given import kind, under the kind's own field keys, values as text as a CRM would export them. */
export interface FileRow {
  /** Which file it stands in, such as 'subscriptions' or 'subscription-changes'. */
  readonly file: string;
  readonly kind: string;
  readonly values: Readonly<Record<string, string>>;
}

/** Everything that one company ever told the product, and what really happened. Messages are in order of time. */
export interface AccountStory {
  readonly index: number;
  readonly rows: readonly FileRow[];
  readonly messages: readonly Message[];
  readonly truth: AccountTruth;
}

/** What belongs to no account worth selling to: spend, products, reps; onlookers, strangers, bots and junk. */
export interface CompanyStory {
  readonly rows: readonly FileRow[];
  readonly messages: readonly Message[];
  readonly truth: CompanyTruth;
  /** What one unit of each other currency is worth in the home currency. */
  readonly fxRates: Readonly<Record<string, number>>;
}
