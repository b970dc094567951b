import { domainToASCII } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountOf } from './account-of.ts';
import { emailAddress, isSharedMailbox, mailboxKey } from './email-address.ts';
import { asciiDomain, registrableDomain } from './internet-domain.ts';

describe('accountOf', () => {
  it('believes a group call before an address', () => {
    expect(accountOf({ groupId: ' acme ', email: 'ann@globex.com' })).toEqual({ by: 'group', groupId: 'acme' });
    expect(accountOf({ groupId: 'undefined', email: 'ann@globex.com' })).toEqual({ by: 'domain', domain: 'globex.com' });
  });

  it('takes the registered part of a company domain', () => {
    expect(accountOf({ email: 'Ann@Mail.Acme.co.uk' })).toEqual({ by: 'domain', domain: 'acme.co.uk' });
    expect(accountOf({ email: 'ann@MÜLLER.de' })).toEqual({ by: 'domain', domain: 'xn--mller-kva.de' });
  });

  it.each(['a@gmail.com', 'a@qq.com', 'a@mailinator.com', 'a@example.com', 'a@sub.web.de', 'a@tuta.com'])(
    'sees no company behind %s',
    (email) => {
      expect(accountOf({ email })).toEqual({ by: 'none', reason: 'public_mail' });
    },
  );

  it('says why it knows none', () => {
    expect(accountOf({})).toEqual({ by: 'none', reason: 'nothing_named' });
    expect(accountOf({ groupId: '0' })).toEqual({ by: 'none', reason: 'junk_group' });
    expect(accountOf({ email: 'not an address' })).toEqual({ by: 'none', reason: 'not_an_email' });
    expect(accountOf({ email: 'a@co.uk' })).toEqual({ by: 'none', reason: 'not_an_email' });
  });
});

describe('domains', () => {
  it.each([
    ['acme.com', 'acme.com'],
    ['eu.mail.acme.com', 'acme.com'],
    ['www.acme.com.br', 'acme.com.br'],
    ['acme.co.jp', 'acme.co.jp'],
    ['shop.acme.com.cn.', 'acme.com.cn'],
    ['a.b.nhs.uk', 'b.nhs.uk'],
    ['co.uk', null],
    ['localhost', null],
    ['10.0.0.1', null],
  ])('%s is registered as %s', (domain, expected) => expect(registrableDomain(domain)).toBe(expected));

  it('writes any letters as the standard library does', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abzäöüßéñçøłğąжяשبम日本語한'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(letters, (label) => {
        const expected = domainToASCII(`${label}.com`);
        fc.pre(expected !== '' && !label.includes('ß'));
        expect(asciiDomain(`${label}.com`)).toBe(expected);
      }),
    );
  });
});

describe('addresses', () => {
  it('ignores case and blanks, and refuses what is not one address', () => {
    expect(emailAddress(' Ann.Lee@ACME.com ')?.text).toBe('ann.lee@acme.com');
    for (const raw of ['', 'ann', '@acme.com', 'ann@', 'ann@acme', 'ann@acme.c', 'a b@acme.com', 'a@b@acme.com', 'a@acme.com,b@acme.com'])
      expect(emailAddress(raw)).toBeNull();
  });

  it('knows the mailbox behind tags and dots', () => {
    const key = (raw: string): string | null => {
      const email = emailAddress(raw);
      return email && mailboxKey(email);
    };
    expect(key('a.n.n+news@googlemail.com')).toBe('ann@gmail.com');
    expect(key('a.n.n+news@acme.com')).toBe('a.n.n@acme.com');
  });

  it('knows a mailbox that several people read', () => {
    const shared = (raw: string): boolean => isSharedMailbox(emailAddress(raw) ?? { local: '', domain: '', text: '' });
    expect([shared('Info@acme.com'), shared('sales+eu@acme.com'), shared('ann@acme.com')]).toEqual([true, true, false]);
  });
});
