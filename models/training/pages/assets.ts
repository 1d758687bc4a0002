import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES: Record<string, string> = { '.css': 'text/css', '.woff2': 'font/woff2', '.svg': 'image/svg+xml', '.html': 'text/html' };

/** Serves node_modules to the pages, so that their style sheets and fonts are cached over pages; port of its own choice. */
export async function serveAssets(): Promise<{ origin: string; server: Server }> {
  const root = join(import.meta.dirname, '../node_modules');
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://host').pathname);
    if (path === '/') return void response.setHeader('content-type', 'text/html').end('<!doctype html>');
    readFile(join(root, path)).then(
      (bytes) => response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream').setHeader('cache-control', 'max-age=86400').end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('the asset server has no port');
  return { origin: `http://127.0.0.1:${address.port}`, server };
}
