import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import type { Hono } from 'hono';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.map': 'application/json',
};

const POLICY =
  "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; script-src 'self'; connect-src 'self'; font-src 'self' data:; frame-ancestors 'none'; base-uri 'self'; form-action 'self'";

/** Serves the built web app: hashed files for a year, other files for an hour, every other path as the app's page. */
export const serveWeb = (app: Hono, folder: string): void => {
  app.get('*', async (context) => {
    const path = normalize(decodeURIComponent(new URL(context.req.url).pathname)).replace(/^([/\\]|\.\.)+/, '');
    const asset = TYPES[extname(path)] ? await readOrNull(join(folder, path)) : null;
    if (asset) return file(asset, path, path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600');
    if (path.startsWith('assets/')) return new Response('Not found', { status: 404 });
    const page = await readOrNull(join(folder, 'index.html'));
    return page ? file(page, 'index.html', 'no-cache') : new Response('The web app is not built yet. Run: npm start', { status: 503 });
  });
};

const readOrNull = (path: string): Promise<Buffer | null> => readFile(path).catch(() => null);

const file = (content: Buffer, name: string, cache: string): Response =>
  new Response(new Uint8Array(content), {
    headers: {
      'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
      'cache-control': cache,
      ...(name.endsWith('.html') ? { 'content-security-policy': POLICY } : {}),
    },
  });
