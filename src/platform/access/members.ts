import { AppError } from '#kernel/app-error.ts';
import { type Clock, newId } from '#platform/clock.ts';
import type { Db } from '#platform/postgres.ts';
import { ACCESS_SAYS } from './access-sayings.ts';
import type { Duty, Invitation, Member, Role } from './contracts.ts';
import { hashSecret, newSecret } from './secrets.ts';
import { accessTables } from './tables.ts';

const WEEK = 7 * 86_400_000;

/** Who works in the workspace, oldest first. */
export const membersOf = async (db: Db, ws: number): Promise<Member[]> => {
  const rows = await accessTables(db)
    .selectFrom('member')
    .innerJoin('auth_user', 'auth_user.id', 'member.user_id')
    .select(['user_id', 'name', 'email', 'role', 'duty', 'joined_at'])
    .where('ws', '=', ws)
    .orderBy('joined_at')
    .execute();
  return rows.map((row) => ({
    userId: row.user_id,
    name: row.name,
    email: row.email,
    role: row.role,
    duty: row.duty,
    joinedAt: row.joined_at.getTime(),
  }));
};

/** Invitations that may still be accepted. */
export const invitationsOf = async (db: Db, ws: number, now: number): Promise<Invitation[]> => {
  const rows = await accessTables(db)
    .selectFrom('invitation')
    .selectAll()
    .where('ws', '=', ws)
    .where('expires_at', '>', new Date(now))
    .execute();
  return rows.map((row) => ({
    id: row.id,
    email: row.email,
    role: row.role,
    duty: row.duty,
    expiresAt: row.expires_at.getTime(),
    link: null,
  }));
};

/** Makes an invitation of a week; its link is shown once, only its hash is kept. */
export const invite = async (
  db: Db,
  clock: Clock,
  input: { ws: number; email: string; role: Role; duty: Duty | null; by: string; origin: string },
): Promise<Invitation> => {
  const token = newSecret('pin');
  const expires = clock.now() + WEEK;
  const id = newId('invitation', clock.now());
  await accessTables(db)
    .insertInto('invitation')
    .values({
      id,
      ws: input.ws,
      email: input.email.toLowerCase(),
      role: input.role,
      duty: input.duty,
      token_hash: hashSecret(token),
      expires_at: new Date(expires),
      created_by: input.by,
    })
    .execute();
  return { id, email: input.email, role: input.role, duty: input.duty, expiresAt: expires, link: `${input.origin}/join?token=${token}` };
};

/** Makes the holder of an invitation token a member; answers the workspace's number. */
export const joinByInvitation = async (db: Db, now: number, input: { token: string; userId: string }): Promise<number> => {
  const tables = accessTables(db);
  const invitation = await tables
    .deleteFrom('invitation')
    .where('token_hash', '=', hashSecret(input.token))
    .where('expires_at', '>', new Date(now))
    .returningAll()
    .executeTakeFirst();
  if (!invitation) throw new AppError('not_found', ACCESS_SAYS.invitation_used_up());
  await tables
    .insertInto('member')
    .values({ ws: invitation.ws, user_id: input.userId, role: invitation.role, duty: invitation.duty })
    .onConflict((conflict) => conflict.columns(['ws', 'user_id']).doNothing())
    .execute();
  return invitation.ws;
};

/** Changes a member's role or duty; the last owner stays one. */
export const patchMember = async (
  tx: Db,
  input: { ws: number; userId: string; role?: Role | undefined; duty?: Duty | null | undefined },
): Promise<void> => {
  if (input.role && input.role !== 'owner') await keepAnOwner(tx, input.ws, input.userId);
  const values = { ...(input.role && { role: input.role }), ...(input.duty !== undefined && { duty: input.duty }) };
  if (Object.keys(values).length > 0)
    await accessTables(tx).updateTable('member').set(values).where('ws', '=', input.ws).where('user_id', '=', input.userId).execute();
};

/** Takes a member out; the last owner stays. */
export const dropMember = async (tx: Db, ws: number, userId: string): Promise<void> => {
  await keepAnOwner(tx, ws, userId);
  await accessTables(tx).deleteFrom('member').where('ws', '=', ws).where('user_id', '=', userId).execute();
};

const keepAnOwner = async (tx: Db, ws: number, leaving: string): Promise<void> => {
  const owners = await accessTables(tx)
    .selectFrom('member')
    .select('user_id')
    .where('ws', '=', ws)
    .where('role', '=', 'owner')
    .forUpdate()
    .execute();
  if (owners.length === 1 && owners[0]?.user_id === leaving) {
    throw new AppError('conflict', ACCESS_SAYS.last_owner());
  }
};
