import { z } from 'zod';

/** The languages in which everything is written. */
export const LANGUAGES = ['en', 'zh-CN', 'es'] as const;

export const Language = z.enum(LANGUAGES);
export type Language = z.infer<typeof Language>;

/** A text in each language: definitions carry their own words, so that every reader of the catalogue gets them. */
export const Words = z.object({ en: z.string(), 'zh-CN': z.string(), es: z.string() });
export type Words = z.infer<typeof Words>;

/** Which of our languages suits an Accept-Language header best? English when it names none of them. */
export const languageOf = (header: string | null): Language => {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().split(';');
      const weight = rest.map((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1]).find((one) => one !== undefined);
      return { tag: tag.toLowerCase(), weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { tag } of wanted) {
    const found = LANGUAGES.find((language) => tag.split('-')[0] === language.split('-')[0]);
    if (found) return found;
  }
  return 'en';
};
