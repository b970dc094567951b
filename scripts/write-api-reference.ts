import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Endpoint, Policy } from '#kernel/endpoint.ts';
import { type JsonShape, jsonShapeOf, partOf } from './api-reference/json-shape.ts';
import { type Contracts, type NamedShape, readContracts } from './api-reference/read-contracts.ts';
import { type FieldLine, fieldLines, formLines, typeText } from './api-reference/shape-text.ts';

const ROOT = join(import.meta.dirname, '..');
/** Where the reference is kept, and the command that writes it. */
export const API_REFERENCE = join(ROOT, 'docs/api.md');
export const WRITE_API_REFERENCE = 'node scripts/write-api-reference.ts';

/** What does the reference of the API say? Every operation and every named shape of the contracts, as Markdown. */
export const apiReference = async (): Promise<string> => {
  const contracts = await readContracts(ROOT);
  const tags = [...Map.groupBy(contracts.endpoints, (endpoint) => endpoint.tag)].sort(([a], [b]) => (a < b ? -1 : 1));
  const groups = tags.map(([tag, endpoints]) => ({ tag, endpoints: [...endpoints].sort(byPath) }));
  const operations = groups.flatMap(({ tag, endpoints }) => [
    `## Operations: ${tag}`,
    ...endpoints.flatMap((one) => operationLines(one, contracts)),
  ]);
  const shapes = usedShapes(contracts).flatMap((used) => shapeLines(used, contracts));
  return `${[...headLines(groups), ...operations, '## Shapes', ...shapes].join('\n\n')}\n`;
};

const headLines = (groups: readonly { readonly tag: string; readonly endpoints: readonly Endpoint[] }[]): readonly string[] => [
  '# API reference',
  `Written from the contracts by \`${WRITE_API_REFERENCE}\`. Do not edit it by hand.`,
  'How to sign in, page, repeat and read errors: [developers](developers.md#the-rest-api). The same as OpenAPI 3.1: `/api/v1/openapi.json` of a running server.',
  'In the tables, a field is needed unless it says *optional*. “A page” has `rows`, `nextCursor` (null on the last page) and, where it is exact, `total`.',
  groups
    .map(
      ({ tag, endpoints }) =>
        `- [${tag}](#operations-${tag.toLowerCase()}): ${endpoints.map(({ id }) => `[${id}](#${id.toLowerCase()})`).join(', ')}`,
    )
    .join('\n'),
];

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const byPath = (a: Endpoint, b: Endpoint): number =>
  a.path === b.path ? METHODS.indexOf(a.method) - METHODS.indexOf(b.method) : a.path < b.path ? -1 : 1;

const operationLines = (endpoint: Endpoint, { shapes }: Contracts): readonly string[] => {
  const { id, method, path, policy, summary, params, query, body } = endpoint;
  return [
    `### ${id}`,
    `\`${method} ${path}\` · ${policyText(policy)}`,
    /[.?!]$/.test(summary) ? summary : `${summary}.`,
    ...(params ? tableOf('path', fieldLines(jsonShapeOf(params, 'input', shapes))) : []),
    ...(query ? tableOf('query', fieldLines(jsonShapeOf(query, 'input', shapes))) : []),
    ...(endpoint.transfer === 'upload' ? ['**Body**: the bytes of the file.'] : []),
    ...(body ? partLines('Body', jsonShapeOf(body, 'input', shapes)) : []),
    ...answerLines(endpoint, shapes),
  ];
};

const policyText = (policy: Policy): string =>
  policy === 'anyone' ? 'open to anyone' : policy === 'signed-in' ? 'any signed-in user' : `needs \`${policy}\``;

const answerLines = ({ out, status = 200, transfer }: Endpoint, shapes: Contracts['shapes']): readonly string[] =>
  transfer === 'download' ? [`**Answer** ${status}: a CSV file.`] : partLines(`Answer ${status}`, jsonShapeOf(out, 'output', shapes));

const PAGE = ['rows', 'nextCursor', 'total'];

/** An object without a name becomes a table, everything else a phrase; a page says of what. */
const partLines = (heading: string, whole: JsonShape): readonly string[] => {
  const shape = partOf(whole).inner;
  const title = shape === whole ? heading : `${heading} (or null)`;
  if (shape['x-name'] !== undefined || shape.properties === undefined) return [`**${title}**: ${typeText(shape)}.`];
  const lines = fieldLines(shape);
  const rows = shape.properties.rows?.items;
  if (shape.properties.nextCursor === undefined || rows === undefined) return tableOf(title, lines);
  const more = lines.filter(({ name }) => !PAGE.includes(name)).map((line) => ({ ...line, name: line.name.replace(/^rows\[\]\./, '') }));
  const of = rows['x-name'] === undefined ? 'these rows' : typeText(rows);
  const page = `**${title}**: a page of ${of}${more.length > 0 && rows['x-name'] !== undefined ? ', and beside the rows:' : ''}`;
  return more.length > 0 ? [page, ...tableOf('field', more)] : [`${page}.`];
};

const tableOf = (title: string, lines: readonly FieldLine[]): readonly string[] => {
  if (lines.length === 0) return [];
  const rows = lines.map(({ name, type, needed, note }) => {
    const remarks = [needed ? '' : '*optional*', note].filter(Boolean).join('; ');
    return `| \`${name}\` | ${cell(type)} | ${cell(remarks)} |`;
  });
  return [[`| ${title} | type | |`, '|---|---|---|', ...rows].join('\n')];
};

const cell = (text: string): string => text.replaceAll('|', '\\|');

interface UsedShape {
  readonly shape: NamedShape;
  readonly io: 'input' | 'output';
}

/** The named shapes that operations speak of, by name; one that is sent is shown as it is sent. */
const usedShapes = ({ endpoints, shapes }: Contracts): readonly UsedShape[] => {
  const byName = new Map([...shapes.values()].map((shape) => [shape.name, shape]));
  const used = new Map<string, UsedShape>();
  const visit = (schema: z.ZodType | undefined, io: UsedShape['io']): void => {
    if (!schema) return;
    for (const name of namesIn(jsonShapeOf(schema, io, shapes))) {
      const shape = byName.get(name);
      if (!shape || used.has(name)) continue;
      used.set(name, { shape, io });
      visit(shape.schema, io);
    }
  };
  for (const { params, query, body } of endpoints) for (const part of [params, query, body]) visit(part, 'input');
  for (const { out } of endpoints) visit(out, 'output');
  return [...used.values()].sort((a, b) => (a.shape.name < b.shape.name ? -1 : 1));
};

const namesIn = (shape: JsonShape): readonly string[] => [
  ...new Set([...JSON.stringify(shape).matchAll(/"x-name":"(\w+)"/g)].map(([, name = '']) => name)),
];

const shapeLines = ({ shape, io }: UsedShape, { shapes }: Contracts): readonly string[] => {
  const { 'x-name': _, ...json } = jsonShapeOf(shape.schema, io, shapes);
  const head = [`### ${shape.name}`, ...(shape.about === '' ? [] : [shape.about])];
  const forms = formLines(json);
  if (forms.length > 0) return [...head, `One of:\n\n${forms.map((form) => `- ${form}`).join('\n')}`];
  if (json.properties === undefined) return [...head, `${capital(typeText(json))}.`];
  const lines = fieldLines(json).map((line) => {
    const said = shape.fields.get(line.name) ?? '';
    return { ...line, note: [said.replace(/\.$/, ''), line.note].filter(Boolean).join('; ') };
  });
  return [...head, ...tableOf('field', lines)];
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

if (import.meta.main) {
  writeFileSync(API_REFERENCE, await apiReference());
  process.stdout.write('Wrote docs/api.md\n');
}
