import { expect, it } from 'vitest';
import { loaderSnippet } from './snippet.ts';

it('cannot break out of the script element that holds it', () => {
  const snippet = loaderSnippet({ writeKey: '</script><script>alert(1)//', host: 'https://p.test' });
  expect(snippet).not.toContain('</script');
  expect(() => new Function(snippet)).not.toThrow();
});
