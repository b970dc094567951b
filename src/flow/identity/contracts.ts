import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import { Done, Instant } from '#kernel/page.ts';

export const Attributes = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
export type Attributes = z.infer<typeof Attributes>;

export const Account = z.object({
  id: z.string(),
  name: z.string(),
  domain: z.string().nullable(),
  industry: z.string().nullable(),
  country: z.string().nullable(),
  /** Where it came from: the channel of origin. */
  channel: z.string().nullable(),
  plan: z.string().nullable(),
  seats: z.number().int().nullable(),
  ownerId: z.string().nullable(),
  parentId: z.string().nullable(),
  attributes: Attributes,
  createdAt: Instant,
  updatedAt: Instant,
});
export type Account = z.infer<typeof Account>;

export const Person = z.object({
  id: z.string(),
  accountId: z.string().nullable(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  title: z.string().nullable(),
  phone: z.string().nullable(),
  channel: z.string().nullable(),
  attributes: Attributes,
  aliases: z.array(z.object({ kind: z.string(), value: z.string() })),
  createdAt: Instant,
});
export type Person = z.infer<typeof Person>;

const AccountInput = Account.pick({
  name: true,
  domain: true,
  industry: true,
  country: true,
  channel: true,
  seats: true,
  ownerId: true,
  parentId: true,
  attributes: true,
});

export const MergeProposal = z.object({
  kind: z.enum(['person', 'account']),
  keep: z.object({ id: z.string(), label: z.string(), detail: z.string() }),
  remove: z.object({ id: z.string(), label: z.string(), detail: z.string() }),
  score: z.number(),
  reasons: z.array(z.string()),
});
export type MergeProposal = z.infer<typeof MergeProposal>;

export const Merge = z.object({
  id: z.string(),
  kind: z.enum(['person', 'account']),
  into: z.object({ id: z.string(), label: z.string() }),
  from: z.object({ id: z.string(), label: z.string() }),
  reason: z.string(),
  actor: z.string(),
  at: Instant,
  undoneAt: Instant.nullable(),
});
export type Merge = z.infer<typeof Merge>;

const tag = 'Customers';
const Id = z.object({ id: z.string() });
export const createAccount = endpoint({
  id: 'createAccount',
  method: 'POST',
  path: '/api/v1/accounts',
  policy: 'records.write',
  tag,
  summary: 'Create an account',
  status: 201,
  body: AccountInput.partial().required({ name: true }),
  out: Account,
});
export const getAccount = endpoint({
  id: 'getAccount',
  method: 'GET',
  path: '/api/v1/accounts/:id',
  policy: 'records.read',
  tag,
  summary: 'One account',
  params: Id,
  out: Account,
});
export const updateAccount = endpoint({
  id: 'updateAccount',
  method: 'PATCH',
  path: '/api/v1/accounts/:id',
  policy: 'records.write',
  tag,
  summary: 'Change an account',
  params: Id,
  body: AccountInput.partial(),
  out: Account,
});
export const assignAccounts = endpoint({
  id: 'assignAccounts',
  method: 'POST',
  path: '/api/v1/accounts/assign',
  policy: 'records.write',
  tag,
  summary: 'Give several accounts to an owner (null: to nobody); the answer holds what undoes it',
  body: z.object({ ids: z.array(z.string()).min(1).max(10_000), ownerId: z.string().nullable() }),
  out: z.object({ changed: z.number().int(), before: z.array(z.object({ id: z.string(), ownerId: z.string().nullable() })) }),
});
export const createPerson = endpoint({
  id: 'createPerson',
  method: 'POST',
  path: '/api/v1/people',
  policy: 'records.write',
  tag,
  summary: 'Create a person',
  status: 201,
  body: z.object({
    email: z.email().nullable(),
    name: z.string().max(200).nullable(),
    accountId: z.string().nullable(),
    title: z.string().max(200).nullable().default(null),
  }),
  out: Person,
});
export const getPerson = endpoint({
  id: 'getPerson',
  method: 'GET',
  path: '/api/v1/people/:id',
  policy: 'records.read',
  tag,
  summary: 'One person with all aliases',
  params: Id,
  out: Person,
});
export const listAccountPeople = endpoint({
  id: 'listAccountPeople',
  method: 'GET',
  path: '/api/v1/accounts/:id/people',
  policy: 'records.read',
  tag,
  summary: 'Who works at this account?',
  params: Id,
  out: z.object({ rows: z.array(Person) }),
});
export const listMergeProposals = endpoint({
  id: 'listMergeProposals',
  method: 'GET',
  path: '/api/v1/merge-proposals',
  policy: 'personal.read',
  tag,
  summary: 'Which people and accounts look like the same one?',
  out: z.object({ rows: z.array(MergeProposal) }),
});
export const dismissMergeProposal = endpoint({
  id: 'dismissMergeProposal',
  method: 'POST',
  path: '/api/v1/merge-proposals/dismiss',
  policy: 'records.write',
  tag,
  summary: 'These two are not the same',
  body: z.object({ a: z.string(), b: z.string() }),
  out: Done,
});
export const listMerges = endpoint({
  id: 'listMerges',
  method: 'GET',
  path: '/api/v1/merges',
  policy: 'personal.read',
  tag,
  summary: 'The ledger of merges',
  out: z.object({ rows: z.array(Merge) }),
});
export const createMerge = endpoint({
  id: 'createMerge',
  method: 'POST',
  path: '/api/v1/merges',
  policy: 'records.write',
  tag,
  summary: 'Merge two people or two accounts',
  status: 201,
  body: z.object({ kind: z.enum(['person', 'account']), intoId: z.string(), fromId: z.string(), reason: z.string().max(300).default('') }),
  out: Merge,
});
export const undoMerge = endpoint({
  id: 'undoMerge',
  method: 'POST',
  path: '/api/v1/merges/:id/undo',
  policy: 'records.write',
  tag,
  summary: 'Split what a merge joined',
  params: Id,
  out: Merge,
});
