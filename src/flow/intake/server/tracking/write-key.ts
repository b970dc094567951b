/** Which write key does this Authorization header carry? The user of Basic credentials, as the tracking libraries send it; null when it carries none. */
export const writeKeyOf = (authorization: string | null): string | null => {
  const [, credentials] = /^basic\s+([A-Za-z0-9+/_=-]+)\s*$/i.exec(authorization ?? '') ?? [];
  if (credentials === undefined) return null;
  const decoded = Buffer.from(credentials, 'base64').toString();
  const colon = decoded.indexOf(':');
  return (colon < 0 ? decoded : decoded.slice(0, colon)) || null;
};
