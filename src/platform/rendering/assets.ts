import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { type NextFunction, type Request, type Response } from 'express';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
};

const VERSION = /^[0-9a-f]{12}\//;

interface Asset {
  readonly content: Buffer;
  readonly mediaType: string;
  readonly version: string;
}

/**
 * The style sheets and scripts of the pages, held in memory. Their address carries a hash of their
 * content, so a browser may keep them for a year and still sees every change at once. Files are
 * chosen from a fixed list, so no path in a request can reach another file.
 */
export class Assets {
  private readonly byName: ReadonlyMap<string, Asset>;

  constructor(folder: string) {
    const names = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && extname(entry.name) in MEDIA_TYPES)
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
    this.byName = new Map(
      names.map((name) => {
        const content = readFileSync(join(folder, name));
        const version = createHash('sha256').update(content).digest('hex').slice(0, 12);
        return [name, { content, version, mediaType: MEDIA_TYPES[extname(name)] ?? '' }];
      }),
    );
  }

  /** The address of an asset, such as "/assets/0a1b2c3d4e5f/css/page.css" for "css/page.css". */
  url(name: string): string {
    const asset = this.byName.get(name);
    if (asset === undefined) throw new Error(`No file templates/assets/${name}`);
    return `/assets/${asset.version}/${name}`;
  }

  /** Express middleware, mounted at /assets. Answers 404 for what is not in the list. */
  readonly serve = (request: Request, response: Response, next: NextFunction): void => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      next();
      return;
    }
    const path = (request.originalUrl.split('?')[0] ?? '').replace(/^\/assets\//, '');
    const asset = this.byName.get(path.replace(VERSION, ''));
    if (asset === undefined) {
      response.status(404).type('text/plain').send('Not found\n');
      return;
    }
    const isThisVersion = path.startsWith(`${asset.version}/`);
    response.setHeader('Content-Type', asset.mediaType);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader(
      'Cache-Control',
      isThisVersion ? 'public, max-age=31536000, immutable' : 'public, no-cache',
    );
    response.setHeader('ETag', `"${asset.version}"`);
    if (request.fresh) {
      response.status(304).end();
      return;
    }
    response.send(asset.content);
  };
}
