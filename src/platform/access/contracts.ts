import { z } from 'zod';
import { endpoint, PERMISSIONS } from '#kernel/endpoint.ts';
import { Done, Instant } from '#kernel/page.ts';
import { Language } from '#kernel/words.ts';

export const Role = z.enum(['owner', 'admin', 'member', 'viewer']);
export type Role = z.infer<typeof Role>;

/** What a member does in the company; it decides which permissions a member has and what is unfolded first. */
export const Duty = z.enum(['marketing', 'sales', 'success', 'product', 'support', 'finance', 'executive', 'developer']);
export type Duty = z.infer<typeof Duty>;

export const Workspace = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  timeZone: z.string(),
  currency: z.string(),
  weekStart: z.number().int().min(0).max(6),
  language: Language,
});
export type Workspace = z.infer<typeof Workspace>;

export const Me = z.object({
  user: z.object({ id: z.string(), name: z.string(), email: z.string(), language: Language.nullable() }).nullable(),
  workspaces: z.array(Workspace.pick({ id: true, slug: true, name: true })),
  workspace: Workspace.extend({ role: Role, duty: Duty.nullable(), permissions: z.array(z.enum(PERMISSIONS)) }).nullable(),
  /** True until the first user exists: sign-up is then open. */
  fresh: z.boolean(),
});
export type Me = z.infer<typeof Me>;

export const Member = z.object({
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  role: Role,
  duty: Duty.nullable(),
  joinedAt: Instant,
});
export type Member = z.infer<typeof Member>;

export const Invitation = z.object({
  id: z.string(),
  email: z.string(),
  role: Role,
  duty: Duty.nullable(),
  expiresAt: Instant,
  link: z.string().nullable(),
});
export type Invitation = z.infer<typeof Invitation>;

/** `api` keys call the HTTP API with scopes; `write` keys can only send events and may be public. */
export const ApiKey = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['api', 'write']),
  prefix: z.string(),
  permissions: z.array(z.enum(PERMISSIONS)),
  createdAt: Instant,
  lastUsedAt: Instant.nullable(),
});
export type ApiKey = z.infer<typeof ApiKey>;

const WorkspaceFields = z.object({
  name: z.string().trim().min(1).max(120),
  timeZone: z.string().max(60),
  currency: z.string().length(3).toUpperCase(),
  weekStart: z.number().int().min(0).max(6),
  language: Language,
});
const WorkspaceInput = WorkspaceFields.extend({
  timeZone: WorkspaceFields.shape.timeZone.default('UTC'),
  currency: WorkspaceFields.shape.currency.default('USD'),
  weekStart: WorkspaceFields.shape.weekStart.default(1),
  language: WorkspaceFields.shape.language.default('en'),
});

const tag = 'Access';
export const getMe = endpoint({
  id: 'getMe',
  method: 'GET',
  path: '/api/v1/me',
  policy: 'anyone',
  tag,
  summary: 'Who am I, and what may I do here?',
  out: Me,
});
export const updateMe = endpoint({
  id: 'updateMe',
  method: 'PATCH',
  path: '/api/v1/me',
  policy: 'signed-in',
  tag,
  summary: 'Change my name or language',
  body: z.object({ name: z.string().trim().min(1).max(120).optional(), language: Language.optional() }),
  out: Done,
});
export const createWorkspace = endpoint({
  id: 'createWorkspace',
  method: 'POST',
  path: '/api/v1/workspaces',
  policy: 'signed-in',
  tag,
  summary: 'Create a workspace; the caller becomes its owner',
  body: WorkspaceInput,
  out: Workspace,
  status: 201,
});
export const updateWorkspace = endpoint({
  id: 'updateWorkspace',
  method: 'PATCH',
  path: '/api/v1/workspace',
  policy: 'settings.write',
  tag,
  summary: 'Change the workspace: name, zone, currency, week, language',
  // Without defaults: what a change leaves out stays as it is.
  body: WorkspaceFields.partial(),
  out: Workspace,
});
export const listMembers = endpoint({
  id: 'listMembers',
  method: 'GET',
  path: '/api/v1/members',
  policy: 'records.read',
  tag,
  summary: 'Who works here, and in which role?',
  out: z.object({ members: z.array(Member), invitations: z.array(Invitation) }),
});
export const inviteMember = endpoint({
  id: 'inviteMember',
  method: 'POST',
  path: '/api/v1/invitations',
  policy: 'members.write',
  tag,
  summary: 'Invite a colleague; the answer holds the link to send',
  body: z.object({ email: z.email(), role: Role.exclude(['owner']), duty: Duty.nullable().default(null) }),
  out: Invitation,
  status: 201,
});
export const revokeInvitation = endpoint({
  id: 'revokeInvitation',
  method: 'DELETE',
  path: '/api/v1/invitations/:id',
  policy: 'members.write',
  tag,
  summary: 'Take an invitation back',
  params: z.object({ id: z.string() }),
  out: Done,
});
export const acceptInvitation = endpoint({
  id: 'acceptInvitation',
  method: 'POST',
  path: '/api/v1/invitations/accept',
  policy: 'signed-in',
  tag,
  summary: 'Join a workspace by an invitation token',
  body: z.object({ token: z.string().min(10).max(200) }),
  out: Workspace,
});
export const updateMember = endpoint({
  id: 'updateMember',
  method: 'PATCH',
  path: '/api/v1/members/:userId',
  policy: 'members.write',
  tag,
  summary: 'Change a member’s role or duty',
  params: z.object({ userId: z.string() }),
  body: z.object({ role: Role.optional(), duty: Duty.nullable().optional() }),
  out: Done,
});
export const removeMember = endpoint({
  id: 'removeMember',
  method: 'DELETE',
  path: '/api/v1/members/:userId',
  policy: 'members.write',
  tag,
  summary: 'Remove a member; the last owner stays',
  params: z.object({ userId: z.string() }),
  out: Done,
});
export const listKeys = endpoint({
  id: 'listKeys',
  method: 'GET',
  path: '/api/v1/keys',
  policy: 'keys.write',
  tag,
  summary: 'Which keys exist?',
  out: z.object({ rows: z.array(ApiKey) }),
});
export const createKey = endpoint({
  id: 'createKey',
  method: 'POST',
  path: '/api/v1/keys',
  policy: 'keys.write',
  tag,
  summary: 'Create a key; its secret is shown once',
  body: z.object({
    name: z.string().trim().min(1).max(80),
    kind: z.enum(['api', 'write']),
    permissions: z.array(z.enum(PERMISSIONS)).default([...PERMISSIONS]),
  }),
  out: ApiKey.extend({ secret: z.string() }),
  status: 201,
});
export const revokeKey = endpoint({
  id: 'revokeKey',
  method: 'DELETE',
  path: '/api/v1/keys/:id',
  policy: 'keys.write',
  tag,
  summary: 'Revoke a key at once',
  params: z.object({ id: z.string() }),
  out: Done,
});
