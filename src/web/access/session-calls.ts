/** What came of asking to sign in or up: the code of a refusal, or null when it worked. */
export type AuthRefusal = 'wrong' | 'taken' | 'closed' | 'short' | 'failed';

/** Signs in with e-mail and password; the session is a cookie. */
export const signIn = (input: { email: string; password: string }): Promise<AuthRefusal | null> => ask('/sign-in/email', input);

/** Makes an account and signs in; `invitation` is the token of an invitation, for everyone but the first. */
export const signUp = (input: { email: string; password: string; name: string }, invitation: string | null): Promise<AuthRefusal | null> =>
  ask('/sign-up/email', input, invitation ? { 'perennial-invitation': invitation } : {});

const ask = async (path: string, body: object, headers: Record<string, string> = {}): Promise<AuthRefusal | null> => {
  const response = await fetch(`/api/v1/auth${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  }).catch(() => null);
  if (!response) return 'failed';
  if (response.ok) return null;
  const answer = (await response.json().catch(() => ({}))) as { code?: string };
  return refusalOf(response.status, answer.code ?? '');
};

/** Which of our refusals does an answer mean? */
export const refusalOf = (status: number, code: string): AuthRefusal => {
  if (code === 'USER_ALREADY_EXISTS' || code.startsWith('USER_ALREADY_EXISTS')) return 'taken';
  if (code === 'PASSWORD_TOO_SHORT') return 'short';
  if (code === 'forbidden') return 'closed';
  return status === 401 ? 'wrong' : 'failed';
};
