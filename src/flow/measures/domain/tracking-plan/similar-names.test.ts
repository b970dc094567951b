import { describe, expect, it } from 'vitest';
import { bareName, similarNames } from './similar-names.ts';

describe('similar names', () => {
  it.each([
    [['Signed Up', 'signed_up', 'signedUp', 'SIGNED-UP'], true],
    [['report_exported', 'report_exports', 'Report Export'], true],
    [['trial_started', 'trial_ended'], false],
    [['page_viewed', 'pages'], false],
    [['注册', '注册完成'], false],
  ])('%s are written alike: %s', (names, alike) => {
    expect(new Set(names.map(bareName)).size === 1).toBe(alike);
  });

  it('groups them, the commonest first', () => {
    const events = [
      { name: 'sign_up', count: 3 },
      { name: 'Sign Up', count: 90 },
      { name: 'sign_in', count: 50 },
      { name: '***', count: 1 },
      { name: '---', count: 1 },
    ];
    expect(similarNames(events)).toEqual([['Sign Up', 'sign_up']]);
  });
});
