import { describe, expect, it } from 'vitest';
import { companyNameKey, nameSimilarity } from './company-name.ts';
import { proposeDuplicateAccounts, proposeDuplicates } from './propose-duplicates.ts';

describe('proposeDuplicates', () => {
  const people = [
    { id: 'p1', name: 'Ann Lee', emails: ['ann@acme.com'] },
    { id: 'p2', name: 'Ann Lee', emails: ['a.lee@eu.acme.com'] },
    { id: 'p3', name: 'Ben', emails: ['be.n+x@gmail.com'] },
    { id: 'p4', name: 'Ben', emails: ['ben@googlemail.com'] },
    { id: 'p5', name: 'Ann Lee', emails: ['ann.lee@gmail.com'] },
    { id: 'p6', name: null, emails: ['ANN@acme.com', 'info@acme.com'] },
    { id: 'p7', name: 'Cy', emails: ['info@acme.com'] },
  ];

  it('finds the same address, the same mailbox, and the same name at the same company; best first', () => {
    expect(proposeDuplicates(people)).toEqual([
      { keep: 'p1', merge: 'p6', score: 0.95, reasons: ['same_email', 'same_mailbox'] },
      { keep: 'p6', merge: 'p7', score: 0.95, reasons: ['same_email'] },
      { keep: 'p3', merge: 'p4', score: 0.85, reasons: ['same_mailbox'] },
      { keep: 'p1', merge: 'p2', score: 0.75, reasons: ['same_name_and_domain'] },
    ]);
  });

  it('says the same each time, and nothing of nobody', () => {
    expect(proposeDuplicates(people)).toEqual(proposeDuplicates(structuredClone(people)));
    expect(proposeDuplicates([])).toEqual([]);
  });
});

describe('proposeDuplicateAccounts', () => {
  it('finds common domains and names that differ in legal form, accents or a letter', () => {
    const accounts = [
      { id: 'a1', name: 'Müller Maschinenbau GmbH', domains: ['mueller.de'] },
      { id: 'a2', name: 'Muller Maschinenbau', domains: [] },
      { id: 'a3', name: 'Acme, Inc.', domains: ['acme.com'] },
      { id: 'a4', name: 'ACME', domains: ['www.acme.com', 'gmail.com'] },
      { id: 'a5', name: 'Globex Corporation', domains: ['gmail.com'] },
      { id: 'a6', name: 'Muller Maschinenbaus AG', domains: [] },
    ];
    expect(proposeDuplicateAccounts(accounts)).toEqual([
      { keep: 'a3', merge: 'a4', score: 0.92, reasons: ['same_domain', 'same_name'] },
      { keep: 'a1', merge: 'a2', score: 0.6, reasons: ['same_name'] },
      { keep: 'a1', merge: 'a6', score: 0.5, reasons: ['similar_name'] },
      { keep: 'a2', merge: 'a6', score: 0.5, reasons: ['similar_name'] },
    ]);
  });
});

describe('companyNameKey', () => {
  it.each([
    ['Acme, Inc.', 'acme'],
    ['The Acme Group Ltd', 'acme'],
    ['Café Olé S.L.', 'cafe ole'],
    ['Grupo Norte, S.A. de C.V.', 'grupo norte'],
    ['北京字节跳动科技有限公司', '北京字节跳动科技'],
    ['株式会社トヨタ', 'トヨタ'],
    ['Żabka Sp. z o.o.', 'zabka'],
    ['Co', 'co'],
    ["O'Reilly & Sons, LLC", 'oreilly sons'],
    ['', ''],
  ])('%s → %s', (name, key) => expect(companyNameKey(name)).toBe(key));

  it('compares by letter pairs', () => {
    expect(nameSimilarity('acme', 'acme')).toBe(1);
    expect(nameSimilarity('', '')).toBe(0);
    expect(nameSimilarity('night', 'nacht')).toBe(0.25);
  });
});
