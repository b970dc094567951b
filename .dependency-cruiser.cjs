/** The import rules of the house. Each message says what to do instead. */
const RIVER = ['intake', 'identity', 'facts', 'measures', 'signals', 'plays', 'outcomes'];
const SLICE = '^src/(flow|stages)/([^/]+)/';
const TEST = ['\\.test\\.tsx?$', '/testing/', '/testing\\.ts$'];
const PURE = `${SLICE}((domain|measures|signals|plays)/|(contracts|[a-z]+-contracts)\\.ts$)`;
const DEMO_PURE = '^src/demo/(domain/|contracts\\.ts$)';
const WEB = ['^src/web/', `${SLICE}web/`, '^src/demo/web/'];
// Data packages and Temporal are as pure as our own code: no clock, no network, no state.
const PURE_PACKAGES = '^node_modules/(zod|temporal-polyfill|email-providers|disposable-email-domains|isbot|papaparse|@types/papaparse)/';
const no = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    no('no-cycles', 'Split the idea that both files share into a third one.', {}, { circular: true }),
    no('no-unresolved', 'Name an existing file, with its extension.', {}, { couldNotResolve: true }),
    no(
      'kernel-stands-alone',
      'What the kernel needs belongs in the kernel, or the caller passes it in.',
      { path: '^src/kernel/' },
      { path: '^src/', pathNot: '^src/kernel/' },
    ),
    no(
      'platform-knows-no-business',
      'Take what you need as a parameter; business lives in flow and stages.',
      { path: '^src/platform/' },
      { path: '^src/', pathNot: '^src/(platform|kernel)/' },
    ),
    no(
      'rules-are-pure',
      'Move the effect to server/ or store/ and pass its result in.',
      { path: PURE, pathNot: TEST },
      { pathNot: ['^src/kernel/', PURE, PURE_PACKAGES] },
    ),
    no(
      'only-stores-speak-sql',
      'Put the query into store/ and call it from here. Types and doors may be named.',
      { path: SLICE, pathNot: ['/store/', '/index\\.ts$', '/server/', ...TEST] },
      { path: '^src/platform/(postgres|clickhouse)\\.ts$' },
    ),
    no(
      'stores-never-call-up',
      'A store answers with data; let the server code decide.',
      { path: `${SLICE}store/`, pathNot: TEST },
      { path: `${SLICE}(server|web)/` },
    ),
    no(
      'slices-have-three-doors',
      'Import contracts.ts, index.ts or web/index.ts of the other slice.',
      { path: SLICE, pathNot: TEST },
      { path: SLICE, pathNot: ['^src/$1/$2/', `${SLICE}(contracts|[a-z]+-contracts|index|web/index)\\.tsx?$`] },
    ),
    no(
      'outsiders-use-doors',
      'Import contracts.ts, index.ts, stage.ts or web/index.ts.',
      { path: '^src/(main\\.ts|cli\\.ts|app/|flow/pipeline\\.ts|web/)' },
      { path: SLICE, pathNot: `${SLICE}(contracts|[a-z]+-contracts|index|stage|web/index)\\.tsx?$` },
    ),
    no(
      'stages-are-strangers',
      'Stages meet through facts, and through what main.ts hands them.',
      { path: '^src/stages/([^/]+)/' },
      { path: '^src/stages/', pathNot: '^src/stages/$1/' },
    ),
    no('flow-knows-no-stage', 'Let the stage plug it in through its manifest.', { path: '^src/flow/' }, { path: '^src/stages/' }),
    no(
      'demo-uses-doors',
      'The demo company comes in as anybody’s data does: import contracts.ts, index.ts or web/index.ts of a room; no stage at all.',
      { path: '^src/demo/', pathNot: TEST },
      { path: '^src/(flow|stages)/', pathNot: '^src/flow/[^/]+/(contracts|[a-z]+-contracts|index|web/index)\\.tsx?$' },
    ),
    no(
      'nobody-sees-the-demo',
      'The product must read the same without a demo company: only rooms.ts, the command line and the web shell know it.',
      { path: '^src/', pathNot: ['^src/demo/', '^src/(rooms|cli)\\.ts$', '^src/cli/', '^src/web/app/slices\\.ts$', ...TEST] },
      { path: '^src/demo/' },
    ),
    no(
      'the-simulator-is-pure',
      'Move the effect to demo/server and pass its result in.',
      { path: DEMO_PURE, pathNot: TEST },
      { pathNot: ['^src/kernel/', DEMO_PURE, PURE_PACKAGES] },
    ),
    ...RIVER.slice(0, -1).map((room, i) =>
      no(
        `${room}-looks-upstream`,
        'Imports point upstream: have the composition root inject it.',
        { path: `^src/flow/${room}/`, pathNot: ['/web/', ...TEST] },
        { path: `^src/flow/(${RIVER.slice(i + 1).join('|')})/` },
      ),
    ),
    no(
      'web-stays-in-the-browser',
      'Call the API through its contract.',
      { path: WEB, pathNot: TEST },
      { path: ['^src/platform/(?!access/contracts)', `${SLICE}(server|store)/`, '^src/demo/((server|store)/|index\\.ts$)', `${SLICE}index\\.ts$`, '^src/main\\.ts$'] },
    ),
    no('web-has-no-node', 'Node is not in the browser; call the API.', { path: WEB, pathNot: TEST }, { dependencyTypes: ['core'] }),
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.js'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
