import { betterAuth } from 'better-auth';
import { AppError } from '#kernel/app-error.ts';
import { type Clock, newId } from '#platform/clock.ts';
import type { Db } from '#platform/postgres.ts';
import { ACCESS_SAYS } from './access-sayings.ts';
import { hashSecret } from './secrets.ts';
import { accessTables } from './tables.ts';

export const AUTH_PATH = '/api/v1/auth';

export interface Auth {
  /** Answers everything below `/api/v1/auth`: sign-up, sign-in, sign-out, session. */
  handle(request: Request): Promise<Response>;
  userOf(request: Request): Promise<{ id: string; name: string; email: string } | null>;
  /** Creates a user without a browser. */
  createUser(input: { email: string; password: string; name: string }): Promise<{ id: string }>;
}

/** Passwords and sessions by better-auth over our own tables. Sign-up is open for the first user, then by invitation. */
export const createAuth = (deps: { db: Db; clock: Clock; secret: string; publicUrl: string | undefined }): Auth => {
  const auth = betterAuth({
    database: { db: deps.db, type: 'postgres' },
    secret: deps.secret,
    basePath: AUTH_PATH,
    ...(deps.publicUrl ? { baseURL: deps.publicUrl } : {}),
    trustedOrigins: (request) => (request ? [originOf(request, deps.publicUrl)] : []),
    emailAndPassword: { enabled: true, minPasswordLength: 10, maxPasswordLength: 200 },
    user: { modelName: 'auth_user' },
    session: { modelName: 'auth_session', expiresIn: 60 * 60 * 24 * 30, updateAge: 60 * 60 * 24 },
    account: { modelName: 'auth_credential' },
    verification: { modelName: 'auth_verification' },
    rateLimit: { enabled: true, window: 60, max: 60, customRules: { '/sign-in/email': { window: 60, max: 10 } } },
    advanced: { cookiePrefix: 'perennial', database: { generateId: () => newId('user', deps.clock.now()) } },
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
  return {
    handle: async (request) => {
      if (new URL(request.url).pathname === `${AUTH_PATH}/sign-up/email`) await allowSignUp(deps.db, request, deps.clock.now());
      return auth.handler(request);
    },
    userOf: async (request) => {
      const session = await auth.api.getSession({ headers: request.headers });
      return session ? { id: session.user.id, name: session.user.name, email: session.user.email } : null;
    },
    createUser: async ({ email, password, name }) => {
      const { user } = await auth.api.signUpEmail({ body: { email, password, name } });
      return { id: user.id };
    },
  };
};

const originOf = (request: Request, publicUrl: string | undefined): string =>
  publicUrl ?? `${new URL(request.url).protocol}//${request.headers.get('host')}`;

const allowSignUp = async (db: Db, request: Request, now: number): Promise<void> => {
  const tables = accessTables(db);
  const anyone = await tables.selectFrom('auth_user').select('id').limit(1).executeTakeFirst();
  if (!anyone) return;
  const token = request.headers.get('perennial-invitation');
  const invited =
    token &&
    (await tables
      .selectFrom('invitation')
      .select('id')
      .where('token_hash', '=', hashSecret(token))
      .where('expires_at', '>', new Date(now))
      .executeTakeFirst());
  if (!invited) throw new AppError('forbidden', ACCESS_SAYS.by_invitation_only());
};
