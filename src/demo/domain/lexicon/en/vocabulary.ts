import type { Vocabulary } from '../vocabulary.ts';
import { LABELS } from './labels.ts';
import { COMPANIES, PEOPLE } from './names.ts';
import { OFFICE } from './office.ts';
import { REQUESTS } from './ticket-requests.ts';
import { TROUBLES } from './ticket-troubles.ts';
import { TITLES } from './titles.ts';
import { VOICES } from './voices.ts';

/** The English words of the demo company. */
export const ENGLISH: Vocabulary = {
  people: PEOPLE,
  companies: COMPANIES,
  titles: TITLES,
  labels: LABELS,
  voices: { ...VOICES, tickets: { ...TROUBLES, ...REQUESTS } },
  office: OFFICE,
};
