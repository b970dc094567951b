import type { ChannelKey } from '../company/channels.ts';
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
  const { profile, people, rows, world, pipeline } = telling;
  const { plan, lexicon } = world;
  const channel = profile.channel.name[plan.language];
  const random = telling.random.of('record');
  const wrongly = random.chance(0.03);
  const industry = lexicon.industry(profile.industry);
  addRow(rows, 'accounts', 'account', {
    account_id: profile.accountId,
    name: profile.name,
    domain: profile.domain,
    industry: wrongly ? lexicon.industry('professional_services') : industry,
    country: profile.country.code,
    channel,
    created_at: new Date(capturedAt).toISOString(),
    employees: String(profile.employees),
  });
  const knownDay = profile.captureDay + 20 + random.int(60);
  if (wrongly && knownDay < world.days.count && profile.industry !== 'professional_services')
    addRow(rows, 'account-corrections', 'account', { account_id: profile.accountId, industry, known_on: world.days.dateOf(knownDay) });
  for (const person of people) {
    const at = person.number === 0 ? capturedAt : instantThere(telling, person.foundDay, person.startMinute - 30);
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
    if (person.number > 0) addRow(rows, 'people', 'person', values);
    else
      addRow(rows, 'leads', 'lead', {
        ...values,
        channel,
        form: FORMS[profile.channel.key] ?? null,
        phone: phoneOf(telling),
        converted: String(pipeline.customerDay !== null && pipeline.customerDay < world.days.count),
      });
  }
};

const phoneOf = ({ profile, random }: Telling): string => {
  const digits = random.of('phone');
  return `${profile.country.dial} 555 ${String(digits.int(1000)).padStart(3, '0')} ${String(digits.int(10_000)).padStart(4, '0')}`;
};
