import { z } from 'zod';
import { ERROR_STATUS } from '#kernel/app-error.ts';
import type { Endpoint } from '#kernel/endpoint.ts';

type Json = Record<string, unknown>;

const PROBLEM: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'reason', 'params', 'detail', 'id'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(ERROR_STATUS) },
    reason: { type: 'string', description: 'Which sentence `detail` is; it stays the same in every language' },
    params: { type: 'object', description: 'The values in that sentence' },
    detail: { type: 'string' },
    remedy: { type: 'string' },
    id: { type: 'string' },
    fields: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'code', 'reason', 'params', 'message'],
        properties: {
          field: { type: 'string' },
          code: { type: 'string' },
          reason: { type: 'string' },
          params: { type: 'object' },
          message: { type: 'string' },
          remedy: { type: 'string' },
        },
      },
    },
  },
};

/** The OpenAPI 3.1 document of the given endpoints: the contracts, nothing else. */
export const openApiOf = (endpoints: readonly Endpoint[], version: string): Json => {
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Perennial API',
      version,
      description:
        'Every error is problem+json, in English, Chinese or Spanish as Accept-Language asks. Lists page by cursor. POST takes an Idempotency-Key header.',
    },
    servers: [{ url: '/' }],
    security: [{ key: [] }, { session: [] }],
    paths,
    components: {
      schemas: { Problem: PROBLEM },
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'An API key of the workspace' },
        session: { type: 'apiKey', in: 'cookie', name: 'perennial.session_token' },
      },
    },
  };
};

const operationOf = (endpoint: Endpoint): Json => ({
  operationId: endpoint.id,
  tags: [endpoint.tag],
  summary: endpoint.summary,
  description: `Policy: \`${endpoint.policy}\`.`,
  ...(endpoint.policy === 'anyone' ? { security: [] } : {}),
  parameters: [...parametersOf('path', endpoint.params), ...parametersOf('query', endpoint.query)],
  ...bodyOf(endpoint),
  responses: {
    [String(endpoint.status ?? 200)]: answerOf(endpoint),
    default: { description: 'A problem', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
  },
});

const bodyOf = (endpoint: Endpoint): Json => {
  if (endpoint.transfer === 'upload')
    return { requestBody: { required: true, content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } } };
  return endpoint.body
    ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(endpoint.body, 'input') } } } }
    : {};
};

const answerOf = (endpoint: Endpoint): Json =>
  endpoint.transfer === 'download'
    ? { description: 'The file', content: { 'text/csv': { schema: { type: 'string' } } } }
    : { description: 'Done', content: { 'application/json': { schema: schemaOf(endpoint.out, 'output') } } };

const parametersOf = (place: 'path' | 'query', schema: z.ZodType | undefined): Json[] => {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
};

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' }) as Json;
  return rest;
};
