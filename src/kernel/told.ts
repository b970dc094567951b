import { z } from 'zod';
import { type Said, say } from './saying.ts';

interface Told {
  readonly said: Said;
}

/** What a check of a schema says when it fails, for `refine`: in English to whoever reads the schema's error, in every language to the API. */
export const told = (said: Said): { readonly message: string; readonly params: Told & Record<string, unknown> } => ({
  message: say(said, 'en').message,
  params: { said },
});

/** Does this issue of a schema carry a sentence? */
export const isTold = (params: Readonly<Record<string, unknown>> | undefined): params is Told & Record<string, unknown> =>
  typeof params?.said === 'object' && params.said !== null && 'words' in params.said;

/** A text of this form; `said` tells what was expected of one that is not. The form stands in the reference of the API. */
export const textLike = (form: RegExp, said: Said): z.ZodString =>
  z
    .string()
    .refine((text) => form.test(text), told(said))
    .meta({ pattern: form.source });
