const me = {
  user: { id: 'usr_1', name: 'Mei Tanaka', email: 'mei@acme.test', language: null },
  workspaces: [
    { id: 'ws_1', slug: 'acme', name: 'Acme Analytics' },
    { id: 'ws_2', slug: 'raven', name: 'RavenStack' },
  ],
  workspace: {
    id: 'ws_1',
    slug: 'acme',
    name: 'Acme Analytics',
    timeZone: 'Europe/Madrid',
    currency: 'USD',
    weekStart: 1,
    language: 'en',
    role: 'admin',
    duty: null,
    permissions: ['records.read', 'records.write', 'money.read'],
  },
  fresh: false,
};

const found = {
  rows: [
    { kind: 'account', id: 'acc_1', label: 'Company 12', detail: 'EdTech · $4,200' },
    { kind: 'person', id: 'per_1', label: 'Ada Byron', detail: 'ada@company12.test' },
  ],
};

/** Answers the frame's own calls without a server. */
export const answerCalls = (): void => {
  const real = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const address = String(input instanceof Request ? input.url : input);
    if (address.includes('/api/v1/search')) return Response.json(found);
    if (address.includes('/api/v1/me')) return Response.json(me);
    return address.includes('/api/') ? new Response('{}', { status: 404 }) : real(input, init);
  };
};
