import type { Money } from './money.ts';
import { currencyExponent } from './money.ts';
import type { Language, Words } from './words.ts';

/** A sentence and what to do about it. `{name}` stands for a text, `{name:kind}` for a value of one of the kinds below. */
export type Sentence = readonly [message: string, remedy?: string];

/** A sentence in every language, with the same places in each. */
export type SentenceWords = Readonly<Record<Language, Sentence>>;

/** What may stand in a sentence, by kind; each is written in the form of the reader's language. */
interface Kinds {
  readonly number: number;
  /** A calendar date 'YYYY-MM-DD'. */
  readonly date: string;
  readonly money: Money;
  /** Texts, each in quotes, with commas between. */
  readonly list: readonly string[];
  /** Texts as they are, with commas between. */
  readonly names: readonly string[];
  /** Texts in quotes, one of which is meant: “a”, “b” or “c”. */
  readonly choice: readonly string[];
  readonly words: Words;
  /** The message of another sentence. */
  readonly said: Said;
}

export interface SaidParams {
  readonly [name: string]: string | Kinds[keyof Kinds];
}

/** A sentence that was chosen: its code and values, which travel and are kept, and its words. */
export interface Said {
  readonly code: string;
  readonly params: SaidParams;
  readonly words: SentenceWords;
}

/** A sentence as it travels and is kept: without its words. */
export interface KeptSaying {
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Chooses a sentence of a catalogue; asks for exactly the values that it has places for. */
export interface Saying<Params> {
  (...given: Record<never, never> extends Params ? [] : [params: Params]): Said;
  readonly code: string;
  readonly words: SentenceWords;
}

/** The sentences of a slice by code. Codes are unique in the whole product. */
export type Sayings = Readonly<Record<string, { readonly code: string; readonly words: SentenceWords }>>;

/** The sentences that a slice can say; a code without words in every language does not compile. */
export const sayings = <const C extends Readonly<Record<string, SentenceWords>>>(
  catalogue: C,
): { readonly [K in keyof C]: Saying<PlacesOf<C[K]['en']>> } =>
  Object.fromEntries(
    Object.entries(catalogue).map(([code, words]) => [
      code,
      Object.assign((params: SaidParams = {}): Said => ({ code, params, words }), { code, words }),
    ]),
  ) as never;

/** How is this said in a language? */
export const say = ({ words, params }: Pick<Said, 'words' | 'params'>, language: Language): { message: string; remedy: string | null } => {
  const [message, remedy] = words[language];
  return { message: filled(message, params, language), remedy: remedy === undefined ? null : filled(remedy, params, language) };
};

/** What is said and what to do, as one text. */
export const sentenceOf = (said: Pick<Said, 'words' | 'params'>, language: Language): string => {
  const { message, remedy } = say(said, language);
  return joinSentences([message, remedy ?? ''], language);
};

/** Several sentences one behind the other, as the language does it. */
export const joinSentences = (sentences: readonly string[], language: Language): string =>
  sentences.filter(Boolean).join(language === 'zh-CN' ? '' : ' ');

/** A sentence without its words, as it travels and is kept. */
export const kept = ({ code, params }: Said): KeptSaying => ({
  code,
  params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, isSaid(value) ? kept(value) : value])),
});

export type Recall = (saying: KeptSaying) => Said;

/** Finds the words of what was kept; a code that no catalogue has any more stands for itself. */
export const recallFrom = (catalogues: readonly Sayings[]): Recall => {
  const all = new Map(catalogues.flatMap((catalogue) => Object.values(catalogue).map(({ code, words }) => [code, words] as const)));
  const recall: Recall = ({ code, params }) => ({
    code,
    params: Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, isKept(value) ? recall(value) : (value as SaidParams[string])]),
    ),
    words: all.get(code) ?? { en: [code], 'zh-CN': [code], es: [code] },
  });
  return recall;
};

const isKept = (value: unknown): value is KeptSaying => typeof value === 'object' && value !== null && 'code' in value && 'params' in value;
const isSaid = (value: SaidParams[string]): value is Said => isKept(value);

/** The places of a sentence as they are written, for whoever compares languages. */
export const placesIn = (text: string): readonly string[] => [...text.matchAll(PLACE)].map(([place]) => place);

const PLACE = /\{([a-z]\w*)(?::([a-z]+))?\}/gi;

const filled = (text: string, params: SaidParams, language: Language): string =>
  text.replaceAll(PLACE, (_, name: string, kind: keyof Kinds | undefined) => {
    const value = params[name];
    return value === undefined ? '…' : kind === undefined ? String(value) : WRITTEN[kind](value as never, language);
  });

const WRITTEN: { readonly [K in keyof Kinds]: (value: Kinds[K], language: Language) => string } = {
  number: (value, language) => new Intl.NumberFormat(language).format(value),
  date: (value, language) =>
    new Intl.DateTimeFormat(language, { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' }).format(Date.parse(value)),
  money: ({ amountMinor, currency }, language) =>
    new Intl.NumberFormat(language, { style: 'currency', currency }).format(amountMinor / 10 ** currencyExponent(currency)),
  list: (value, language) => value.map((one) => quoted(one, language)).join(COMMA[language]),
  names: (value, language) => value.join(COMMA[language]),
  choice: (value, language) => new Intl.ListFormat(language, { type: 'disjunction' }).format(value.map((one) => quoted(one, language))),
  words: (value, language) => value[language],
  said: (value, language) => say(value, language).message,
};

const COMMA: Readonly<Record<Language, string>> = { en: ', ', 'zh-CN': '、', es: ', ' };
const quoted = (text: string, language: Language): string => (language === 'es' ? `«${text}»` : `“${text}”`);

type PlacesOf<S extends Sentence> = SlotsOf<S[0]> & (S extends readonly [string, infer Remedy extends string] ? SlotsOf<Remedy> : unknown);

type SlotsOf<Text extends string> = Text extends `${string}{${infer Slot}}${infer Rest}` ? OneSlot<Slot> & SlotsOf<Rest> : unknown;

// Braces of an example such as {"plan": "Pro"} are no places.
type OneSlot<Slot extends string> = Slot extends `"${string}`
  ? unknown
  : Slot extends `${infer Name}:${infer Kind extends keyof Kinds}`
    ? { readonly [K in Name]: Kinds[Kind] }
    : { readonly [K in Slot]: string };
