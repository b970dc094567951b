import type { Draw } from './draw.ts';
import type { BuyingRole, CustomerRole, Level } from './keys.ts';

/** In which part of a company does somebody work? */
export type Department = 'general' | 'operations' | 'planning' | 'field' | 'data' | 'finance' | 'it';

/** Titles by department and level, common ones first. `{Director|Directora}` has a form for men and one for women. */
export type TitleWords = Readonly<Record<Department, Readonly<Record<Level, readonly string[]>>>>;

export interface Holder {
  readonly role: BuyingRole | CustomerRole;
  readonly level: Level;
  /** Left out, only titles that fit everybody are drawn. */
  readonly feminine?: boolean | undefined;
}

/** What stands on the card of somebody who plays this role at this level? */
export const drawJobTitle = (draw: Draw, words: TitleWords, { role, level, feminine }: Holder): string => {
  const titles = words[draw.pick(DEPARTMENTS[role])][level];
  if (feminine === undefined) return draw.pick(titles.filter((title) => !title.includes('{')));
  return draw.pick(titles).replace(/\{([^|]*)\|([^}]*)\}/g, (_, masculine: string, form: string) => (feminine ? form : masculine));
};

const DEPARTMENTS: Readonly<Record<BuyingRole | CustomerRole, readonly Department[]>> = {
  decider: ['general', 'operations'],
  influencer: ['operations', 'planning', 'field'],
  user: ['planning', 'field', 'operations'],
  payer: ['finance'],
  blocker: ['it', 'finance'],
  admin: ['it', 'operations'],
  planner: ['planning'],
  analyst: ['data', 'planning'],
  operator: ['field'],
  viewer: ['general', 'operations', 'finance'],
};
