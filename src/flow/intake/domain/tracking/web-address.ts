/** The parts of an address that tell where a visit came from and where it went; host in lower case without port. */
export type WebAddress = { readonly host: string; readonly path: string; readonly query: string };

const ABSOLUTE = /^(?:[a-z][a-z0-9+.-]*:)?\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)(?::\d*)?([^?#]*)(?:\?([^#]*))?/i;

/** Which parts has this absolute address? Null when it names no host. */
export function webAddress(url: string): WebAddress | null {
  const match = ABSOLUTE.exec(url.trim());
  const host = match?.[1]?.toLowerCase().replace(/\.$/, '');
  return match && host ? { host, path: match[2] || '/', query: match[3] ?? '' } : null;
}

/** The path of an absolute or relative address, without query and fragment. */
export function pathOf(url: string): string {
  const address = webAddress(url);
  if (address) return address.path;
  const end = url.search(/[?#]/);
  return (end < 0 ? url : url.slice(0, end)) || '/';
}

/** The parameters of a query string in their order, decoded; of a name given twice the first stands, blank values are left out. */
export function queryParameters(query: string): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  for (const part of query.split('&')) {
    const equals = part.indexOf('=');
    if (equals < 1) continue;
    const name = decoded(part.slice(0, equals));
    const value = decoded(part.slice(equals + 1));
    if (value !== '' && !parameters.has(name)) parameters.set(name, value);
  }
  return parameters;
}

/** Forms write blanks as plus signs; a broken escape leaves the text as it came. */
function decoded(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  if (!spaced.includes('%')) return spaced;
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
