import { OperatorError } from '#kernel/app-error.ts';

/** Which running product, with which API key? */
export interface Address {
  readonly url: string;
  readonly key: string;
  /** What else helps when nothing answers there. */
  readonly orElse?: string;
}

/** What goes with a call: JSON, or the bytes of a file with their number. */
export interface CallBody {
  readonly json?: unknown;
  readonly upload?: { readonly body: unknown; readonly size: number };
}

interface Problem {
  readonly detail?: string;
  readonly remedy?: string;
  readonly fields?: readonly { readonly field: string; readonly message: string }[];
}

/** What does a running Perennial answer? A refusal is told with its remedy and every field that is wrong. */
export const callProduct = async <Out>(
  { url, key, orElse }: Address,
  [method, path]: readonly [string, string],
  body: CallBody = {},
): Promise<Out> => {
  const { json, upload } = body;
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      ...(json !== undefined && { 'content-type': 'application/json' }),
      ...(upload && { 'content-type': 'application/octet-stream', 'content-length': String(upload.size) }),
    },
    ...(json !== undefined && { body: JSON.stringify(json) }),
    ...(upload && { body: upload.body as ReadableStream, duplex: 'half' }),
  } as RequestInit).catch((cause: unknown) => {
    throw new OperatorError('unavailable', `Nothing answers at ${url}.`, {
      remedy: `Start it with “npm start”, ${orElse ? `name its address with --url, or ${orElse}` : 'or name its address with --url'}.`,
      cause,
    });
  });
  const answer = (await response.json()) as Out & Problem;
  if (response.ok) return answer;
  const fields = (answer.fields ?? []).map(({ field, message }) => `${field}: ${message}`);
  throw new OperatorError(
    'invalid',
    [answer.detail ?? `HTTP ${response.status}`, ...fields].join('\n'),
    answer.remedy ? { remedy: answer.remedy } : {},
  );
};
