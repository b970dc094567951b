import { z } from 'zod';

/** What the live page shows, kept in its address. `who` is what the person or account is called that is followed. */
export const LiveView = z.object({
  text: z.string().default(''),
  event: z.string().optional(),
  source: z.string().optional(),
  only: z.enum(['all', 'refused', 'remarked', 'duplicate']).default('all'),
  person: z.string().optional(),
  account: z.string().optional(),
  who: z.string().optional(),
  open: z.string().optional(),
});
export type LiveView = z.infer<typeof LiveView>;

const named = <Fields extends object>(fields: Fields): Partial<Fields> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')) as Partial<Fields>;

/** What is asked of the arrivals for this view. */
export const queryOf = ({ text, event, source, only, person, account }: LiveView) =>
  named({ text: text.trim(), event, source, person, account, only: only === 'all' ? undefined : only });

/** Does this view leave arrivals out? */
export const isNarrowed = (view: LiveView): boolean => Object.keys(queryOf(view)).length > 0;
