import { stems } from '../tabular/name-likeness.ts';

/** What a file is called when it is kept: no path, no control characters, at most 120 characters, never empty. */
export function safeFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .normalize('NFC')
    .replace(/[\p{C}<>:"|?*]+/gu, ' ')
    .replace(/^[.\s]+|\s+$/g, '');
  return [...plain].slice(-120).join('') || 'file';
}

// Words that say what a file holds or that it is a file, not where it comes from.
const PLAIN_WORDS = new Set(
  'account customer company client organization person people contact user member lead prospect deal opportunity sale pipeline subscription contract plan product team rep usage event activity ticket case support churn cancellation spend cost marketing invoice payment export exported report data dump list file table sheet book copy final new old all my our the import sample test demo backup untitled'.split(
    ' ',
  ),
);

/** Which system does a file come from, as its name tells ('ravenstack_accounts.csv' → 'ravenstack')? 'file' when the name does not say. */
export function sourceOf(fileName: string): string {
  const stem = fileName.replace(/\.[a-z0-9]{1,5}$/i, '');
  const words = stem.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const [first = ''] = words;
  const name = first.toLowerCase();
  // A lone word is the name of what it holds in some language or other; a source stands before it.
  if (words.length < 2 || name.length < 3 || /^\d/.test(name) || stems(name).some((word) => PLAIN_WORDS.has(word))) return 'file';
  return name.slice(0, 60);
}
