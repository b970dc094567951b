import { AppError } from '#kernel/app-error.ts';
import { RECORD_SAYS } from '#kernel/record-sayings.ts';
import { type Route, route } from '#platform/http.ts';
import { type Db, takeNumbers } from '#platform/postgres.ts';
import * as contracts from '../contracts.ts';
import { type Alias, aliasFrom, aliasKey } from '../domain/alias.ts';
import { IDENTITY_SAYS } from '../domain/identity-sayings.ts';
import { ACCOUNT_TRAIT } from '../domain/person-record.ts';
import { insertAliases } from '../store/aliases.ts';
import { lockIdentity } from '../store/lock.ts';
import { peopleByNums, personNum } from '../store/people.ts';
import { type ListedPerson, listedPerson, peopleOfAccount } from '../store/people-lists.ts';
import { accountById } from './account-routes.ts';
import type { Desk } from './deps.ts';
import { lookUpPeople } from './look-up-people.ts';
import { writePeople } from './people-desk.ts';
import { presentPerson } from './present.ts';
import { sayOfPeople } from './say-of-people.ts';
import { enterAlias, enterNewcomer } from './take-steps.ts';

const MOST_PEOPLE = 1_000;

/** Answers what concerns people. Who may not see personal data is not told names, addresses, numbers and ids. */
export const personRoutes = (desk: Desk): readonly Route[] => [
  route(contracts.createPerson, async ({ body }, { workspace: { ws }, now, may }) =>
    desk.postgres.transaction(async (tx) => presentPerson(await createPerson(desk, tx, ws, body, now), may('personal.read'))),
  ),
  route(contracts.getPerson, async ({ params }, { workspace: { ws }, may }) => {
    const num = await personNum(desk.postgres.db, ws, params.id);
    const person = num === null ? null : await listedPerson(desk.postgres.db, ws, num);
    if (!person) throw new AppError('not_found', RECORD_SAYS.person_gone({ id: params.id }));
    return presentPerson(person, may('personal.read'));
  }),
  route(contracts.listAccountPeople, async ({ params }, { workspace: { ws }, may }) => {
    const account = await accountById(desk.postgres.db, ws, params.id);
    const people = await peopleOfAccount(desk.postgres.db, ws, account.num, MOST_PEOPLE);
    return { rows: people.map((person) => presentPerson(person, may('personal.read'))) };
  }),
];

interface NewPerson {
  readonly email: string | null;
  readonly name: string | null;
  readonly accountId: string | null;
  readonly title: string | null;
}

const createPerson = async (desk: Desk, tx: Db, ws: number, body: NewPerson, now: number): Promise<ListedPerson> => {
  await lockIdentity(tx, ws);
  const address = aliasFrom('email', body.email);
  // An address that several people read names nobody; without a name of their own people are known by our id.
  const email: Alias | null = typeof address === 'string' ? null : address;
  if (body.email === null && !body.name?.trim()) throw new AppError('invalid', IDENTITY_SAYS.person_nameless());
  const { people, aliases } = await lookUpPeople(tx, ws, email ? [email] : []);
  const holder = email && aliases.get(aliasKey(email));
  if (holder) await refuseKnown(tx, ws, holder.personNum);
  const row = enterNewcomer(people, await takeNumbers(tx, ws, 'person', 1), now);
  const alias = { ...(email ?? { kind: 'record', value: row.id }), num: await takeNumbers(tx, ws, 'alias', 1), personNum: row.num };
  enterAlias(people, alias);
  const account = body.accountId === null ? null : (await accountById(tx, ws, body.accountId)).num;
  const said = Object.entries({ name: body.name, email: body.email, title: body.title, [ACCOUNT_TRAIT]: account });
  const set = Object.fromEntries(said.filter(([, value]) => value !== null));
  sayOfPeople(people)(row.num, { set }, await takeNumbers(tx, ws, 'identity', 1));
  await insertAliases(tx, ws, [alias], { now });
  await writePeople(desk, tx, ws, people, { now, source: 'record' });
  return (await listedPerson(tx, ws, row.num)) as ListedPerson;
};

const refuseKnown = async (tx: Db, ws: number, num: number): Promise<never> => {
  const known = (await peopleByNums(tx, ws, [num])).get(num);
  throw new AppError('conflict', IDENTITY_SAYS.person_known({ id: known?.id ?? '' }), {
    fields: [{ field: 'body.email', code: 'known', said: IDENTITY_SAYS.address_taken() }],
  });
};
