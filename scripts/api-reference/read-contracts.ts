import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { Endpoint } from '#kernel/endpoint.ts';

/** A shape that a contract exports under a name, with what its comments say of it and of its fields. */
export interface NamedShape {
  readonly name: string;
  readonly schema: z.ZodType;
  readonly about: string;
  readonly fields: ReadonlyMap<string, string>;
}

/** Everything that the contracts state: the operations, and the shapes by their schema. */
export interface Contracts {
  readonly endpoints: readonly Endpoint[];
  readonly shapes: ReadonlyMap<z.ZodType, NamedShape>;
}

/** Which operations and named shapes do the contracts below `root` export? The kernel's shapes are among them, as all contracts speak its words. */
export const readContracts = async (root: string): Promise<Contracts> => {
  const files = [...globSync('src/kernel/*.ts', { cwd: root }), ...globSync('src/**/{contracts,*-contracts}.ts', { cwd: root })]
    .filter((file) => !file.endsWith('.test.ts'))
    .sort(kernelFirst);
  const endpoints = new Set<Endpoint>();
  const shapes = new Map<z.ZodType, NamedShape>();
  for (const file of files) {
    const source = readFileSync(join(root, file), 'utf8');
    const exported: Record<string, unknown> = await import(pathToFileURL(join(root, file)).href);
    for (const [name, value] of Object.entries(exported)) {
      if (isEndpoint(value)) endpoints.add(value);
      // A shape that is exported again elsewhere keeps its first name.
      if (value instanceof z.ZodType && !shapes.has(value)) shapes.set(value, { name, schema: value, ...commentsOn(name, source) });
    }
  }
  return { endpoints: [...endpoints], shapes };
};

const kernelFirst = (a: string, b: string): number =>
  Number(b.startsWith('src/kernel/')) - Number(a.startsWith('src/kernel/')) || (a < b ? -1 : 1);

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'policy' in value;

// A comment may not run over another one's end, and stands directly above what it is about.
const COMMENT = String.raw`/\*\*((?:(?!\*/)[\s\S])*)\*/\s*`;

const commentsOn = (name: string, source: string): Pick<NamedShape, 'about' | 'fields'> => {
  const declared = new RegExp(`export const ${name}\\b`).exec(source);
  if (!declared) return { about: '', fields: new Map() };
  const above = new RegExp(`${COMMENT}$`).exec(source.slice(0, declared.index));
  const body = source.slice(declared.index).split(/\n(?:\}\)|\]\)|\);|export )/)[0] ?? '';
  const fields = [...body.matchAll(new RegExp(`${COMMENT}(\\w+):`, 'g'))].map(([, text = '', key = '']) => [key, plain(text)] as const);
  return { about: plain(above?.[1] ?? ''), fields: new Map(fields) };
};

const plain = (comment: string): string =>
  comment
    .replace(/\n\s*\*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
