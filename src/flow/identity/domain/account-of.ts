import { emailAddress } from './email-address.ts';
import { registrableDomain } from './internet-domain.ts';
import { isJunkId } from './junk-ids.ts';
import { isPublicMailDomain } from './public-mail.ts';
import { cleanText } from './traits.ts';

/** The account a person belongs to, by the stronger evidence first; or why none can be told. */
export type AccountEvidence =
  | { readonly by: 'group'; readonly groupId: string }
  | { readonly by: 'domain'; readonly domain: string }
  | { readonly by: 'none'; readonly reason: 'nothing_named' | 'junk_group' | 'not_an_email' | 'public_mail' };

/**
 * To which account do a group call and an e-mail address point? The group wins; else the registrable domain of a company address.
 * Free-mail, disposable and reserved domains point to none. A junk group id counts as not named.
 */
export function accountOf(named: { readonly groupId?: string | null; readonly email?: string | null }): AccountEvidence {
  const groupId = named.groupId && cleanText(named.groupId).trim();
  if (groupId && !isJunkId(groupId)) return { by: 'group', groupId };
  if (!named.email?.trim()) return { by: 'none', reason: groupId ? 'junk_group' : 'nothing_named' };
  const email = emailAddress(named.email);
  const domain = email && registrableDomain(email.domain);
  if (!email || !domain) return { by: 'none', reason: 'not_an_email' };
  if (isPublicMailDomain(email.domain) || isPublicMailDomain(domain)) return { by: 'none', reason: 'public_mail' };
  return { by: 'domain', domain };
}
