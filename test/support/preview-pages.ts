import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import express from 'express';
import { plainDate } from '../../src/legal/kernel/plain-date';
import { headers } from '../../src/platform/http/headers';
import { isLanguage, type Language } from '../../src/platform/rendering/language';
import { PageRenderer } from '../../src/platform/rendering/page-renderer';

const SAMPLES = join(process.cwd(), 'test', 'browser', 'samples');

/** Example data of one page, as its page builder would give them. */
export interface Sample {
  readonly name: string;
  readonly template: string;
  readonly path: string;
  readonly role: string;
  readonly data: object;
}

export function readSamples(): readonly Sample[] {
  return readdirSync(SAMPLES)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const sample = JSON.parse(readFileSync(join(SAMPLES, file), 'utf8')) as Sample;
      return { ...sample, name: basename(file, '.json') };
    });
}

export function renderSample(pages: PageRenderer, sample: Sample, language: Language): string {
  const { template, path, role, data } = sample;
  const organisation = role === 'treasurer' ? 'Partij van de Voorbeelden' : null;
  return pages.render(template, data, {
    language,
    path,
    actor: role === 'anonymous' ? null : { name: 'P. Penning', role, organisation },
    csrfToken: 'example',
    demo: true,
    today: plainDate('2025-04-22'),
  });
}

export interface Previews {
  readonly address: (sample: Sample, language: Language) => string;
  readonly close: () => Promise<void>;
}

function started(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/** Serves every sample page with the style sheets, scripts and headers of the application. */
export async function servePreviews(): Promise<Previews> {
  const pages = new PageRenderer();
  const samples = new Map(readSamples().map((sample) => [sample.name, sample]));
  const app = express();
  app.use(headers);
  app.use('/assets', pages.assets.serve);
  app.get('/:language/:name', (request, response) => {
    const { language, name } = request.params;
    const sample = samples.get(name);
    if (sample === undefined || !isLanguage(language)) response.sendStatus(404);
    else response.type('html').send(renderSample(pages, sample, language));
  });
  const server = createServer(app);
  const port = await started(server);
  return {
    address: ({ name }, language) => `http://127.0.0.1:${String(port)}/${language}/${name}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
