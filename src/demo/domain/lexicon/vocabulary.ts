import type { CompanyWords } from './company-names.ts';
import type { TitleWords } from './job-titles.ts';
import type { CampaignKind, ChurnReason, DealStage, FeatureKey, IndustryKey, LostReason, Mood, PlanKey, TicketTopic } from './keys.ts';
import type { PeopleWords } from './person-names.ts';

/** What things are called. */
export interface Labels {
  readonly product: string;
  readonly industries: Readonly<Record<IndustryKey, string>>;
  readonly plans: Readonly<Record<PlanKey, string>>;
  readonly features: Readonly<Record<FeatureKey, string>>;
  readonly churnReasons: Readonly<Record<ChurnReason, string>>;
  readonly lostReasons: Readonly<Record<LostReason, string>>;
  readonly dealStages: Readonly<Record<DealStage, string>>;
  readonly teams: readonly string[];
  readonly weekdays: readonly string[];
}

/** Subjects, texts and answers that all go with each other. Slots: {feature}, {n} (2 to 60), {few} (2 to 9), {day} (a weekday), {town}. */
export interface TicketCase {
  readonly subjects: readonly string[];
  readonly texts: readonly string[];
  readonly answers: readonly string[];
}

/** What customers write. */
export interface VoiceWords {
  readonly tickets: Readonly<Record<TicketTopic, readonly TicketCase[]>>;
  /** Before and after a ticket's text; empty where people come straight to the point. */
  readonly greetings: readonly string[];
  readonly closings: readonly string[];
  /** What may be said of any feature, with the slot {feature}. */
  readonly ofAnyFeature: Readonly<Record<Mood, readonly string[]>>;
  readonly ofFeature: Readonly<Record<FeatureKey | 'price' | 'support', Readonly<Record<Mood, readonly string[]>>>>;
  /** Comments to the recommendation question: 0 to 6, 7 and 8, 9 and 10. */
  readonly surveys: Readonly<Record<'detractor' | 'passive' | 'promoter', readonly string[]>>;
}

/** What marketing and sales write. Campaigns have the slots {month} and {feature}, fairs {year}. */
export interface OfficeWords {
  readonly campaigns: Readonly<Record<CampaignKind, readonly string[]>>;
  readonly fairs: readonly string[];
  readonly webinars: readonly string[];
  readonly contents: readonly string[];
  /** Page titles by path; a longer path finds the longest that it begins with. */
  readonly pages: Readonly<Record<string, string>>;
  readonly releases: readonly { readonly name: string; readonly text: string }[];
  readonly dealNotes: Readonly<Record<DealStage, readonly string[]>>;
  readonly callNotes: readonly string[];
}

/** All that a language brings. */
export interface Vocabulary {
  readonly people: PeopleWords;
  readonly companies: CompanyWords;
  readonly titles: TitleWords;
  readonly labels: Labels;
  readonly voices: VoiceWords;
  readonly office: OfficeWords;
}
