import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Language } from '#kernel/words.ts';
import type { AnyMessages, Deferred, MessageKey, Messages, MessageTree } from './catalogue.ts';

/** The languages of the interface, each under its own name, in the order in which they are offered. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', 'zh-CN': '简体中文', es: 'Español' };

const registered = new Map<string, AnyMessages>();

/** Which of our languages comes nearest to what a person asked for? English when none does. */
export const nearestLanguage = (wanted: readonly string[]): Language => {
  for (const tag of wanted) {
    const lower = tag.toLowerCase();
    if (lower.startsWith('zh')) return 'zh-CN';
    if (lower.startsWith('es')) return 'es';
    if (lower.startsWith('en')) return 'en';
  }
  return 'en';
};

/** Starts translation with the texts that are needed from the first paint; resolves when they can be shown. */
export const startI18n = async (language: Language, catalogues: readonly AnyMessages[]): Promise<void> => {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: {},
    interpolation: { escapeValue: false },
    react: { useSuspense: false, bindI18nStore: 'added' },
  });
  for (const catalogue of catalogues) registerMessages(catalogue);
  await setLanguage(language);
};

/** Makes a slice's texts known; a language that is not loaded yet follows when it is needed. */
export const registerMessages = (catalogue: AnyMessages): void => {
  if (registered.get(catalogue.id) === catalogue) return;
  registered.set(catalogue.id, catalogue);
  // Silent: this may happen while a component renders, and that very render reads the texts.
  i18next.addResourceBundle('en', catalogue.id, catalogue.en, true, true, { silent: true });
  const language = currentLanguage();
  if (language !== 'en') void loadTexts(catalogue, language);
};

/** Makes texts known and waits until they can be shown. A page whose texts are not in its slice's door loads them beside its code. */
export const loadMessages = async (catalogue: AnyMessages): Promise<void> => {
  registerMessages(catalogue);
  await loadTexts(catalogue, currentLanguage());
};

/** Switches the interface to a language once its texts and its typeface are there. */
export const setLanguage = async (language: Language): Promise<void> => {
  await Promise.all([...registered.values()].map((catalogue) => loadTexts(catalogue, language)));
  if (language === 'zh-CN') await import('./chinese-typeface.ts');
  await i18next.changeLanguage(language);
  if (typeof document !== 'undefined') document.documentElement.lang = language;
};

/** The language now shown. */
export const currentLanguage = (): Language => (i18next.language as Language | undefined) ?? 'en';

/** A text function that knows the keys of one catalogue. */
export type Text<Source extends MessageTree> = (key: MessageKey<Source>, values?: Readonly<Record<string, string | number>>) => string;

/** The texts of a slice in the reader's language; a component that uses them is drawn again when the language changes. */
export const useText = <Source extends MessageTree>(catalogue: Messages<Source>): Text<Source> => {
  registerMessages(catalogue);
  const { t } = useTranslation(catalogue.id);
  return t as unknown as Text<Source>;
};

/** The text of a catalogue outside of a component, for instance in a toast raised by a job. */
export const textOf = <Source extends MessageTree>(catalogue: Messages<Source>): Text<Source> => {
  registerMessages(catalogue);
  return i18next.getFixedT(null, catalogue.id) as unknown as Text<Source>;
};

const loadTexts = async (catalogue: AnyMessages, language: Language): Promise<void> => {
  if (language === 'en' || i18next.hasResourceBundle(language, catalogue.id)) return;
  const source: Deferred<MessageTree> = catalogue[language];
  const texts = typeof source === 'function' ? await source() : source;
  i18next.addResourceBundle(language, catalogue.id, texts, true, true);
};
