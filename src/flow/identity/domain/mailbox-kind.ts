import { emailAddress } from './email-address.ts';
import { isDisposableMailDomain, isPublicMailDomain } from './public-mail.ts';

/** Of which kind is the mailbox of this address: a company's, one that anybody can get, one meant to be thrown away? Null when it is no address. */
export function mailboxKind(address: string): 'business' | 'free' | 'disposable' | null {
  const domain = emailAddress(address)?.domain;
  if (domain === undefined) return null;
  if (isDisposableMailDomain(domain)) return 'disposable';
  return isPublicMailDomain(domain) ? 'free' : 'business';
}
