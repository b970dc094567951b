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
