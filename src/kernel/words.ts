import { z } from 'zod';

/** The languages in which everything is written. */
export const LANGUAGES = ['en', 'zh-CN', 'es'] as const;

export const Language = z.enum(LANGUAGES);
export type Language = z.infer<typeof Language>;

/** A text in each language: definitions carry their own words, so that every reader of the catalogue gets them. */
export const Words = z.object({ en: z.string(), 'zh-CN': z.string(), es: z.string() });
export type Words = z.infer<typeof Words>;
