export interface SnippetKeys {
  readonly host: string;
  readonly key: string;
}

/** Where a write key goes, as long as there is none to show. */
export const KEY_PLACE = 'pwk_…';

/** The line that a page pastes to send events. */
export const scriptTag = ({ host, key }: SnippetKeys): string => `<script async src="${host}/sdk.js" data-write-key="${key}"></script>`;

/** How the Segment library for Node is pointed here. */
export const segmentExample = ({ host, key }: SnippetKeys): string =>
  `import { Analytics } from '@segment/analytics-node';\n\nconst analytics = new Analytics({ writeKey: '${key}', host: '${host}' });\nanalytics.track({ userId: 'u_1', event: 'Report exported' });`;

/** How our own client for Node sends an event. */
export const nodeExample = ({ host, key }: SnippetKeys): string =>
  `import { createClient } from 'perennial-sdk/node';\n\nconst perennial = createClient({ writeKey: '${key}', host: '${host}' });\nperennial.track({ userId: 'u_1', event: 'Report exported' });\nawait perennial.close();`;
