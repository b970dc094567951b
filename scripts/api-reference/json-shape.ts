import { z } from 'zod';
import type { NamedShape } from './read-contracts.ts';

/** A JSON schema, as far as the reference reads it. */
export interface JsonShape {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonShape>>;
  readonly 'x-name'?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly description?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: JsonShape;
  readonly properties?: Readonly<Record<string, JsonShape>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonShape | boolean;
  readonly anyOf?: readonly JsonShape[];
  readonly oneOf?: readonly JsonShape[];
}

/** The JSON schema of a shape as it is sent (`input`) or answered (`output`); parts that have a name of their own carry it. */
export const jsonShapeOf = (schema: z.ZodType, io: 'input' | 'output', named: ReadonlyMap<z.ZodType, NamedShape>): JsonShape => {
  const json = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    reused: 'inline',
    override: ({ zodSchema, jsonSchema }) => {
      const name = named.get(zodSchema as unknown as z.ZodType)?.name;
      if (name !== undefined) jsonSchema['x-name'] = name;
    },
  }) as JsonShape;
  return inlined(json, { ...json.$defs, [WHOLE]: json });
};

/** An object whose fields are told where it stands, as it has no name of its own. */
export const isPlainObject = (shape: JsonShape): boolean => shape.properties !== undefined && shape['x-name'] === undefined;

/** One of several, without a name of its own. */
export const isUnion = (shape: JsonShape): boolean => shape['x-name'] === undefined && (shape.anyOf ?? shape.oneOf) !== undefined;

/** What a field holds when it is not null, and one entry of it when it is a list. */
export const partOf = (field: JsonShape): { readonly inner: JsonShape; readonly suffix: string } => {
  const present = field.anyOf?.filter((member) => member.type !== 'null');
  const value = present?.length === 1 ? (present[0] ?? field) : field;
  return value.type === 'array' && value.items && value['x-name'] === undefined
    ? { inner: value.items, suffix: '[]' }
    : { inner: value, suffix: '' };
};

/** What a schema that contains itself refers to. */
const WHOLE = '#';

const inlined = (written: JsonShape, defs: Readonly<Record<string, JsonShape>>): JsonShape => {
  const shape = oneTypeEach(written);
  if (shape.$ref !== undefined) {
    const target = defs[shape.$ref.split('/').at(-1) ?? ''];
    return target === undefined ? {} : target['x-name'] === undefined ? inlined(target, defs) : { 'x-name': target['x-name'] };
  }
  const each = (list: readonly JsonShape[]) => list.map((member) => inlined(member, defs));
  return {
    ...shape,
    ...(shape.items && { items: inlined(shape.items, defs) }),
    ...(shape.anyOf && { anyOf: each(shape.anyOf) }),
    ...(shape.oneOf && { oneOf: each(shape.oneOf) }),
    ...(typeof shape.additionalProperties === 'object' && { additionalProperties: inlined(shape.additionalProperties, defs) }),
    ...(shape.properties && {
      properties: Object.fromEntries(Object.entries(shape.properties).map(([key, field]) => [key, inlined(field, defs)])),
    }),
  };
};

// `type: ['string', 'null']` says the same as two members of a union, and is then read as one.
const oneTypeEach = (shape: JsonShape): JsonShape => {
  if (!Array.isArray(shape.type)) return shape;
  const { type, default: preset, description, 'x-name': name, ...rest } = shape;
  const anyOf = type.map((one: string): JsonShape => (one === 'null' ? { type: one } : { ...rest, type: one }));
  return {
    anyOf,
    ...(preset !== undefined && { default: preset }),
    ...(description !== undefined && { description }),
    ...(name !== undefined && { 'x-name': name }),
  };
};
