import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { API_REFERENCE, apiReference, WRITE_API_REFERENCE } from './write-api-reference.ts';

describe('the API reference', () => {
  it('says what the contracts say', async () => {
    const kept = await readFile(API_REFERENCE, 'utf8').catch(() => '');
    expect(kept === (await apiReference()), `docs/api.md is older than the contracts. Write it again: ${WRITE_API_REFERENCE}`).toBe(true);
  });

  it('gives every heading an address of its own, and every link a heading', async () => {
    const reference = await apiReference();
    const anchors = [...reference.matchAll(/^#{2,3} (.+)$/gm)].map(([, title = '']) => title.toLowerCase().replace(': ', '-'));
    expect(anchors.length).toBeGreaterThan(100);
    expect(anchors.filter((anchor, index) => anchors.indexOf(anchor) !== index)).toEqual([]);
    const links = [...reference.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor = '']) => anchor);
    expect(links.filter((anchor) => !anchors.includes(anchor))).toEqual([]);
  });

  it('shows optional fields, defaults, limits, pages and what comments say', async () => {
    const reference = await apiReference();
    expect(reference).toContain('| `limit` | whole number, 1 to 500 | *optional*; default `100` |');
    expect(reference).toContain('**Answer 200**: a page of [AccountRow](#accountrow).');
    expect(reference).toContain('An instant in UTC milliseconds.');
    expect(reference).not.toContain('[object Object]');
  });
});
