import { describe, expect, it } from 'vitest';
import { nodeExample, scriptTag, segmentExample } from './snippets.ts';

describe('snippets', () => {
  it.each([scriptTag, segmentExample, nodeExample])('name the host and the key', (snippet) => {
    const code = snippet({ host: 'https://p.example', key: 'pwk_1' });
    expect(code).toContain('https://p.example');
    expect(code).toContain('pwk_1');
  });
});
