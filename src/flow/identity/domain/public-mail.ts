import disposable from 'disposable-email-domains/index.json' with { type: 'json' };
import disposableWithSubdomains from 'disposable-email-domains/wildcard.json' with { type: 'json' };
import providers from 'email-providers/all.json' with { type: 'json' };

/** Providers and reserved names that the packaged lists lack. */
const ALSO_FREE = [
  'tutanota.com',
  'tutanota.de',
  'tuta.com',
  'tuta.io',
  'duck.com',
  'fastmail.com',
  'fastmail.fm',
  'googlemail.com',
  'vodafone.de',
];
const RESERVED = ['example.com', 'example.org', 'example.net', 'test.com', 'localhost.localdomain'];

const free = new Set<string>([...providers, ...ALSO_FREE, ...RESERVED]);
const thrownAway = new Set<string>(disposable);
const thrownAwayBelow = new Set<string>(disposableWithSubdomains);

/** Can anybody get a mailbox at this domain (free or disposable mail, or a reserved name), so that it names no company? Expects an ASCII domain. */
export function isPublicMailDomain(domain: string): boolean {
  return free.has(domain) || isDisposableMailDomain(domain);
}

/** Does this domain hand out mailboxes meant to be thrown away? Expects an ASCII domain; sub-domains of wildcard providers count. */
export function isDisposableMailDomain(domain: string): boolean {
  if (thrownAway.has(domain)) return true;
  for (let dot = -1; ; ) {
    if (thrownAwayBelow.has(domain.slice(dot + 1))) return true;
    dot = domain.indexOf('.', dot + 1);
    if (dot < 0) return false;
  }
}
