import { type CompanyName, companyNameOf } from './company-names.ts';
import { type Draw, fill } from './draw.ts';
import { ENGLISH } from './en/vocabulary.ts';
import { SPANISH } from './es/vocabulary.ts';
import { drawJobTitle } from './job-titles.ts';
import type {
  BuyingRole,
  CampaignKind,
  ChurnReason,
  CustomerRole,
  DealStage,
  DemoLanguage,
  FeatureKey,
  IndustryKey,
  Level,
  LostReason,
  Mood,
  PlanKey,
  TicketTopic,
} from './keys.ts';
import { FEATURES } from './keys.ts';
import { drawPersonName, nameOfRep, type PersonName } from './person-names.ts';
import type { OfficeWords, TicketCase, Vocabulary, VoiceWords } from './vocabulary.ts';
import { CHINESE } from './zh-CN/vocabulary.ts';

export type { CompanyName, Draw, PersonName };

/** Names and texts of one language, as its natives write them. Texts are chosen by `draw` alone: the same draws give the same words. */
export interface Lexicon {
  readonly product: string;
  /** Distinct in name and domain for every index, whatever is drawn. */
  companyName(draw: Draw, industry: IndustryKey, index: number): CompanyName;
  personName(draw: Draw): PersonName;
  /** With the person its form fits (directora); without, only forms that fit everybody. */
  jobTitle(draw: Draw, role: BuyingRole | CustomerRole, ...[level, person]: readonly [Level, Pick<PersonName, 'feminine'>?]): string;
  industry(key: IndustryKey): string;
  plan(key: PlanKey): string;
  feature(key: FeatureKey): string;
  dealStage(key: DealStage): string;
  churnReason(key: ChurnReason): string;
  lostReason(key: LostReason): string;
  ticket(draw: Draw, topic: TicketTopic): Ticket;
  feedback(draw: Draw, area: FeatureKey | 'price' | 'support', mood: Mood): string;
  /** A comment to the question "would you recommend us", 0 to 10. */
  surveyComment(draw: Draw, score: number): string;
  /** The subject of a mailing; `month` is written as the language writes it. */
  campaign(draw: Draw, kind: CampaignKind, month: string): string;
  tradeFair(draw: Draw, year: number): string;
  webinar(draw: Draw): string;
  contentTitle(draw: Draw): string;
  pageTitle(path: string): string;
  repName(index: number): PersonName;
  teamName(index: number): string;
  release(index: number): Release;
  /** A note of a salesperson to a deal; a stage without notes of its own gives one of the first conversation. */
  dealNote(draw: Draw, stage: string): string;
  callNote(draw: Draw): string;
}

export interface Ticket {
  readonly subject: string;
  readonly text: string;
  readonly answer: string;
}

export interface Release {
  readonly version: string;
  readonly name: string;
  readonly text: string;
}

/** The words of a language. */
export const lexiconOf = (language: DemoLanguage): Lexicon => LEXICONS[language];

const lexiconFrom = (words: Vocabulary): Lexicon => {
  const { labels, voices, office } = words;
  const slotsOf = slotsFrom(words);
  const draws = (draw: Draw, texts: readonly string[]): string => fill(draw.pick(texts), slotsOf(draw));
  return {
    product: labels.product,
    companyName: (draw, industry, index) => companyNameOf(draw, words.companies, { industry, index }),
    personName: (draw) => drawPersonName(draw, words.people),
    jobTitle: (draw, role, ...[level, person]) => drawJobTitle(draw, words.titles, { role, level, feminine: person?.feminine }),
    industry: (key) => labels.industries[key],
    plan: (key) => labels.plans[key],
    feature: (key) => labels.features[key],
    dealStage: (key) => labels.dealStages[key],
    churnReason: (key) => labels.churnReasons[key],
    lostReason: (key) => labels.lostReasons[key],
    ticket: (draw, topic) => ticketFrom(draw, voices, { topic, slots: slotsOf(draw) }),
    feedback: (draw, area, mood) => feedbackFrom(draw, words, { area, mood }),
    surveyComment: (draw, score) => draws(draw, voices.surveys[score >= 9 ? 'promoter' : score >= 7 ? 'passive' : 'detractor']),
    campaign: (draw, kind, month) => fill(draw.pick(office.campaigns[kind]), { ...slotsOf(draw), month }),
    tradeFair: (draw, year) => fill(draw.pick(office.fairs), { year: String(year) }),
    webinar: (draw) => draw.pick(office.webinars),
    contentTitle: (draw) => draw.pick(office.contents),
    pageTitle: (path) => pageTitleOf(path, office.pages, labels.product),
    repName: (index) => nameOfRep(index, words.people),
    teamName: (index) => cycled(labels.teams, index),
    release: (index) => ({ version: `${3 + Math.floor(index / 10)}.${index % 10}`, ...cycled(office.releases, index) }),
    dealNote: (draw, stage) => draws(draw, notesOf(office, stage)),
    callNote: (draw) => draws(draw, office.callNotes),
  };
};

const slotsFrom =
  ({ labels, companies }: Vocabulary) =>
  (draw: Draw): Readonly<Record<string, string>> => ({
    feature: labels.features[draw.pick(NAMED_FEATURES)],
    n: String(2 + draw.int(59)),
    few: String(2 + draw.int(8)),
    day: draw.pick(labels.weekdays),
    town: draw.pick(companies.towns).written,
  });

// Nobody reports that the dark mode counts wrongly, or wants it per region.
const NAMED_FEATURES = FEATURES.filter((key) => key !== 'dark_mode');

const ticketFrom = (
  draw: Draw,
  voices: VoiceWords,
  { topic, slots }: { topic: TicketTopic; slots: Readonly<Record<string, string>> },
): Ticket => {
  const { subjects, texts, answers } = caseOf(draw, voices.tickets[topic]);
  const text = `${draw.pick(voices.greetings)}${draw.pick(texts)}${draw.pick(voices.closings)}`;
  return { subject: fill(draw.pick(subjects), slots), text: fill(text, slots), answer: fill(draw.pick(answers), slots) };
};

// A case with more texts comes up more often, so that every text is as likely as another.
const caseOf = (draw: Draw, cases: readonly TicketCase[]): TicketCase => draw.pick(cases.flatMap((one) => one.texts.map(() => one)));

const feedbackFrom = (draw: Draw, words: Vocabulary, { area, mood }: { area: FeatureKey | 'price' | 'support'; mood: Mood }): string => {
  const { ofAnyFeature, ofFeature } = words.voices;
  const slots = slotsFrom(words)(draw);
  if (area === 'price' || area === 'support' || area === 'dark_mode' || draw.int(2) === 0)
    return fill(draw.pick(ofFeature[area][mood]), slots);
  return fill(draw.pick(ofAnyFeature[mood]), { ...slots, feature: words.labels.features[area] });
};

const pageTitleOf = (path: string, pages: OfficeWords['pages'], product: string): string => {
  const known = Object.keys(pages)
    .filter((page) => path === page || (page !== '/' && path.startsWith(`${page}/`)))
    .sort((a, b) => b.length - a.length)[0];
  return known === undefined ? product : `${pages[known]} – ${product}`;
};

const notesOf = (office: OfficeWords, stage: string): readonly string[] =>
  Object.hasOwn(office.dealNotes, stage) ? office.dealNotes[stage as DealStage] : office.dealNotes.discovery;

const cycled = <T>(items: readonly T[], index: number): T => items[index % items.length] as T;

const LEXICONS: Readonly<Record<DemoLanguage, Lexicon>> = {
  en: lexiconFrom(ENGLISH),
  'zh-CN': lexiconFrom(CHINESE),
  es: lexiconFrom(SPANISH),
};
