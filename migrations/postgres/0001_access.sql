-- Users, sessions and credentials: the shape better-auth expects, under names that leave "account" to the customers.
create table auth_user (
  id text primary key,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null default false,
  image text,
  language text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create table auth_session (
  id text primary key,
  "expiresAt" timestamptz not null,
  token text not null unique,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references auth_user (id) on delete cascade
);
create index auth_session_user on auth_session ("userId");
create table auth_credential (
  id text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references auth_user (id) on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index auth_credential_user on auth_credential ("userId");
create table auth_verification (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index auth_verification_identifier on auth_verification (identifier);

-- ws is the dense number of a workspace: the first column of every table and of every event.
create table workspace (
  ws integer generated always as identity primary key,
  id text not null unique,
  slug text not null unique,
  name text not null,
  time_zone text not null default 'UTC',
  currency text not null default 'USD',
  week_start smallint not null default 1,
  language text not null default 'en',
  created_at timestamptz not null default now()
);
create table member (
  ws integer not null references workspace (ws) on delete cascade,
  user_id text not null references auth_user (id) on delete cascade,
  role text not null,
  duty text,
  joined_at timestamptz not null default now(),
  primary key (ws, user_id)
);
create index member_user on member (user_id);
create table invitation (
  id text primary key,
  ws integer not null references workspace (ws) on delete cascade,
  email text not null,
  role text not null,
  duty text,
  token_hash text not null unique,
  expires_at timestamptz not null,
  created_by text not null
);
create table api_key (
  id text primary key,
  ws integer not null references workspace (ws) on delete cascade,
  name text not null,
  kind text not null,
  prefix text not null,
  secret_hash text not null unique,
  permissions text[] not null,
  created_by text,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  revoked_at timestamptz
);
create table idempotency_key (
  ws integer not null,
  key text not null,
  endpoint text not null,
  request_hash text not null,
  status integer,
  response text,
  created_at timestamptz not null default now(),
  primary key (ws, key)
);
-- The next dense number of each kind of record in a workspace.
create table record_counter (
  ws integer not null references workspace (ws) on delete cascade,
  kind text not null,
  last integer not null default 0,
  primary key (ws, kind)
);
