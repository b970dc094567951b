import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { AppError } from '#kernel/app-error.ts';
import { TRACKING_SAYS } from '../../domain/tracking/tracking-sayings.ts';

interface Script {
  readonly plain: Buffer;
  readonly zipped: Buffer;
  readonly etag: string;
}

/** Answers requests for the tracking script, which is built when it is first asked for. Pages keep it for a day and then ask whether it changed. */
export const createSdkScript = (build: () => Promise<string>): ((request: Request) => Promise<Response>) => {
  let built: Promise<Script> | undefined;
  const script = (): Promise<Script> => {
    built ??= build().then(scriptOf);
    return built.catch((cause: unknown) => {
      built = undefined;
      throw new AppError('unavailable', TRACKING_SAYS.script_not_built(), { cause, retryAfter: 10 });
    });
  };
  return async (request) => {
    const { plain, zipped, etag } = await script();
    const headers = {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=86400, stale-while-revalidate=604800',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      vary: 'accept-encoding',
      etag,
    };
    if (request.headers.get('if-none-match')?.includes(etag)) return new Response(null, { status: 304, headers });
    const takesGzip = /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '');
    return takesGzip
      ? new Response(new Uint8Array(zipped), { headers: { ...headers, 'content-encoding': 'gzip' } })
      : new Response(new Uint8Array(plain), { headers });
  };
};

const scriptOf = (code: string): Script => {
  const plain = Buffer.from(code);
  const digest = createHash('sha256').update(plain).digest('base64url').slice(0, 22);
  // Weak, as the same script travels in two encodings.
  return { plain, zipped: gzipSync(plain, { level: 9 }), etag: `W/"${digest}"` };
};
