import type { ColumnType, Generated } from 'kysely';
import type { Permission } from '#kernel/endpoint.ts';
import type { Language } from '#kernel/words.ts';
import type { Db } from '#platform/postgres.ts';
import type { Duty, Role } from './contracts.ts';

type Stamp = ColumnType<Date, Date | undefined, Date>;

type Tables = {
  auth_user: { id: string; name: string; email: string; language: Language | null; createdAt: Stamp };
  workspace: {
    ws: Generated<number>;
    id: string;
    slug: string;
    name: string;
    time_zone: string;
    currency: string;
    week_start: number;
    language: Language;
    created_at: Stamp;
  };
  member: { ws: number; user_id: string; role: Role; duty: Duty | null; joined_at: Stamp };
  invitation: {
    id: string;
    ws: number;
    email: string;
    role: Role;
    duty: Duty | null;
    token_hash: string;
    expires_at: Date;
    created_by: string;
  };
  api_key: {
    id: string;
    ws: number;
    name: string;
    kind: 'api' | 'write';
    prefix: string;
    secret_hash: string;
    permissions: Permission[];
    created_by: string | null;
    created_at: Stamp;
    last_used_at: Date | null;
    revoked_at: Date | null;
  };
  idempotency_key: {
    ws: number;
    key: string;
    endpoint: string;
    request_hash: string;
    status: number | null;
    response: string | null;
    created_at: Stamp;
  };
};

/** The tables of users, workspaces and keys. */
export const accessTables = (db: Db) => db.withTables<Tables>();
export type AccessDb = ReturnType<typeof accessTables>;
