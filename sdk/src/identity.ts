/** Who the browser believes it is talking to. */
export type Identity = { readonly anonymousId: string; readonly userId?: string };

/**
 * Who is it after a user id became known? The anonymous id stays, so that the server can link what came before, unless one known
 * user replaces another: two people who share a browser must not be merged. A blank id names nobody and changes nothing.
 */
export const nextIdentity = (current: Identity, userId: string, newAnonymousId: string): Identity => {
  if (!userId.trim()) return current;
  const replaced = current.userId !== undefined && current.userId !== userId;
  return { anonymousId: replaced ? newAnonymousId : current.anonymousId, userId };
};
