import { asciiDomain } from './internet-domain.ts';

/** The parts of an address as identity compares them: lower case, the domain in its ASCII form. */
export type EmailAddress = { readonly local: string; readonly domain: string; readonly text: string };

const SHAPE = /^[^\s@<>"',;]+@[^\s@<>"',;]+\.[^\s@<>"',;.]{2,}$/;

/** Which address is meant by this text? Null when it is not one plain address. Case is ignored on both sides of the `@`. */
export function emailAddress(raw: string): EmailAddress | null {
  const text = raw.trim();
  if (text.length > 254 || !SHAPE.test(text)) return null;
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at).toLowerCase();
  const domain = asciiDomain(text.slice(at + 1));
  if (domain === null || local.length > 64) return null;
  return { local, domain, text: `${local}@${domain}` };
}

const SHARED = new Set(
  (
    'info sales support help helpdesk hello hi contact contacto kontakt office team mail email admin administrator ' +
    'root postmaster webmaster hostmaster abuse security billing accounts accounting invoice invoices finance hr ' +
    'jobs careers press media marketing service enquiries inquiries noreply no-reply no_reply donotreply do-not- ' +
    'reply mailer-daemon newsletter notifications privacy legal'
  ).split(' '),
);

/** Is this a mailbox of a role that several people read (info@, sales@, no-reply@)? Such an address never joins two people. */
export function isSharedMailbox(email: EmailAddress): boolean {
  const plus = email.local.indexOf('+');
  return SHARED.has(plus > 0 ? email.local.slice(0, plus) : email.local);
}

/** Providers whose addresses ignore dots in the local part; `googlemail.com` is the same provider as `gmail.com`. */
const DOTLESS = new Map([
  ['gmail.com', 'gmail.com'],
  ['googlemail.com', 'gmail.com'],
]);

/**
 * Under which key do two spellings of one mailbox meet (plus tags dropped, dots dropped at Gmail)? Only for *proposing*
 * duplicates: at some providers these are different mailboxes, so it never links by itself.
 */
export function mailboxKey(email: EmailAddress): string {
  const plus = email.local.indexOf('+');
  const local = plus > 0 ? email.local.slice(0, plus) : email.local;
  const dotless = DOTLESS.get(email.domain);
  return dotless ? `${local.replaceAll('.', '')}@${dotless}` : `${local}@${email.domain}`;
}
