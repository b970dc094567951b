/** Messages as a tracking library sends them: so many people of so many companies use a product. The same at every call. */
export const usageMessages = (count: number, { people = 2_000, from = 0, prefix = 'b' } = {}): readonly object[] =>
  Array.from({ length: count }, (_, offset) => {
    const n = from + offset;
    const person = (n * 7_919) % people;
    return {
      type: 'track',
      event: n % 5 === 0 ? 'report_created' : 'feature_used',
      messageId: `${prefix}-${n}`,
      userId: `user-${person}`,
      timestamp: new Date().toISOString(),
      context: { groupId: `company-${person % (people / 10)}`, userAgent: 'bench/1.0', library: { name: 'bench', version: '1' } },
      properties: { feature: `feature-${n % 25}`, count: 1 + (n % 4), duration_secs: n % 300, plan: n % 3 === 0 ? 'pro' : 'basic' },
    };
  });

/** The people and companies behind `usageMessages`. */
export const peopleMessages = (people = 2_000): readonly object[] =>
  Array.from({ length: people }, (_, person) => [
    {
      type: 'group',
      messageId: `g-${person}`,
      userId: `user-${person}`,
      groupId: `company-${person % (people / 10)}`,
      traits: { name: `Company ${person % (people / 10)}` },
    },
    {
      type: 'identify',
      messageId: `i-${person}`,
      userId: `user-${person}`,
      traits: { name: `Person ${person}`, email: `person${person}@company${person % (people / 10)}.example.com` },
    },
  ]).flat();
