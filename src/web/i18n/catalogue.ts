import type { Language } from '#kernel/words.ts';

/** A slice's texts: nested objects whose leaves are sentences with `{{names}}`. */
export interface MessageTree {
  readonly [key: string]: string | MessageTree;
}

/** The plural forms that a language must bring wherever English has `_one` and `_other`. */
interface PluralForms {
  readonly en: 'one' | 'other';
  readonly 'zh-CN': 'other';
  readonly es: 'one' | 'many' | 'other';
}

/** The shape that a translation must have: the keys of the English original, with the plural forms of its own language. */
export type Translation<Source, To extends Language> = {
  readonly [Key in keyof Source as TranslatedKey<Key, To>]: Source[Key] extends string ? string : Translation<Source[Key], To>;
};

type TranslatedKey<Key, To extends Language> = Key extends `${string}_one`
  ? never
  : Key extends `${infer Stem}_other`
    ? `${Stem}_${PluralForms[To]}`
    : Key;

/** A translation given at once, or fetched when its language is first chosen. */
export type Deferred<T> = T | (() => Promise<T>);

/** All texts of one slice; `id` is their namespace. */
export interface Messages<Source extends MessageTree = MessageTree> {
  readonly id: string;
  readonly en: Source;
  readonly 'zh-CN': Deferred<Translation<Source, 'zh-CN'>>;
  readonly es: Deferred<Translation<Source, 'es'>>;
}

/** The texts of any slice, where their keys do not matter. */
export interface AnyMessages {
  readonly id: string;
  readonly en: MessageTree;
  readonly 'zh-CN': Deferred<MessageTree>;
  readonly es: Deferred<MessageTree>;
}

/** The dotted keys that can be asked of a catalogue; plural forms are asked by their stem. */
export type MessageKey<Source> = Source extends MessageTree
  ? { [Key in keyof Source & string]: Source[Key] extends string ? Stem<Key> : `${Key}.${MessageKey<Source[Key]>}` }[keyof Source & string]
  : never;

type Stem<Key extends string> = Key extends `${infer S}_one` ? S : Key extends `${infer S}_other` ? S : Key;

/** Declares the texts of a slice: English is the source of their types, so a key missing in another language does not compile. */
export const defineMessages = <const Source extends MessageTree>(
  id: string,
  languages: Omit<Messages<Source>, 'id'>,
): Messages<Source> => ({ id, ...languages });
