import type { PathsQuestion } from '../../../question-contracts.ts';

/** Under which name does a path show this one? That of the first group whose pattern fits the whole of it; `*` stands for any letters, or none. */
export function groupedName(name: string, groups: PathsQuestion['groups']): string {
  return groups.find(({ pattern }) => fits(name, pattern))?.name ?? name;
}

const fits = (name: string, pattern: string): boolean => {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's').test(name);
};
