import type { ChannelKey } from '../company/channels.ts';
import type { AccountTruth } from '../truth.ts';
import type { Person } from './people.ts';
import { addRow, instantThere, type Telling } from './telling.ts';

/** Which form do they fill in who come by these? */
export const FORMS: Readonly<Partial<Record<ChannelKey, string>>> = {
  content: 'guide',
  social_ads: 'offer',
  partner: 'partner',
  search_ads: 'demo',
};

/** What a CRM keeps of the account: itself, its first lead, whoever was found later, and what was put right. */
export const tellRecords = (telling: Telling, capturedAt: number): void => {
  const { profile, rows, world } = telling;
  const correction = industryCorrectionOf(telling);
  addRow(rows, 'accounts', 'account', {
    account_id: profile.accountId,
    name: profile.name,
    domain: profile.domain,
    country: profile.country.code,
    channel: profile.channel.name[world.plan.language],
    created_at: new Date(capturedAt).toISOString(),
  });
  tellResearch(telling, correction?.wrong ?? null);
  if (correction !== null)
    addRow(rows, 'account-corrections', 'account', {
      account_id: profile.accountId,
      industry: correction.right,
      known_on: correction.knownOn,
    });
  for (const person of telling.people) tellPerson(telling, person, capturedAt);
};

/** What a company does and how large it is gets looked up by who is about to qualify it: of all others nobody knows. */
const tellResearch = ({ profile, pipeline, rows, world }: Telling, wrongIndustry: string | null): void => {
  const day = pipeline.qualified?.day ?? world.days.count;
  if (day >= world.days.count) return;
  addRow(rows, 'account-research', 'account', {
    account_id: profile.accountId,
    industry: wrongIndustry ?? world.lexicon.industry(profile.industry),
    employees: String(profile.employees),
    known_on: world.days.dateOf(day),
  });
};

/** Of a few accounts the industry is recorded wrongly until somebody notices: which was it, and when was it put right? */
export const industryCorrectionOf = ({ world, profile, pipeline, random }: Telling): AccountTruth['industryCorrection'] => {
  const draws = random.of('record');
  const isWrong = draws.chance(0.03);
  const knownDay = (pipeline.qualified?.day ?? world.days.count) + 20 + draws.int(60);
  if (!isWrong || knownDay >= world.days.count || profile.industry === WRONG_INDUSTRY) return null;
  const { lexicon, days } = world;
  return { wrong: lexicon.industry(WRONG_INDUSTRY), right: lexicon.industry(profile.industry), knownOn: days.dateOf(knownDay) };
};

const WRONG_INDUSTRY = 'professional_services';

const tellPerson = (telling: Telling, person: Person, capturedAt: number): void => {
  const { profile, rows, world, pipeline } = telling;
  const isFirst = person.number === 0;
  const at = isFirst ? capturedAt : instantThere(telling, person.foundDay, person.startMinute - 30);
  const values = {
    external_id: person.externalId,
    user_id: person.userId,
    email: person.email,
    name: person.name.full,
    title: person.title,
    account_id: profile.accountId,
    country: profile.country.code,
    created_at: new Date(at).toISOString(),
  };
  const asLead = {
    channel: profile.channel.name[world.plan.language],
    form: FORMS[profile.channel.key] ?? null,
    phone: phoneOf(telling),
    converted: String(pipeline.customerDay !== null && pipeline.customerDay < world.days.count),
  };
  if (isFirst) addRow(rows, 'leads', 'lead', { ...values, ...asLead });
  else addRow(rows, 'people', 'person', values);
};

const phoneOf = ({ profile, random }: Telling): string => {
  const digits = random.of('phone');
  return `${profile.country.dial} 555 ${String(digits.int(1000)).padStart(3, '0')} ${String(digits.int(10_000)).padStart(4, '0')}`;
};
