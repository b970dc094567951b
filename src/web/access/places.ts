/** Where the reader wanted to go before being asked to sign in; only a path of this site, never another one. */
export const wantedPlace = (): string => {
  const wanted = new URLSearchParams(window.location.search).get('next') ?? '/';
  return /^\/(?![/\\])/.test(wanted) ? wanted : '/';
};

/** Goes on with a fresh page: everything that was known of a stranger is forgotten. */
export const enter = (place: string): void => window.location.assign(place);

/** The token of the invitation that brought the reader here. */
export const invitationToken = (): string | null => new URLSearchParams(window.location.search).get('token');
