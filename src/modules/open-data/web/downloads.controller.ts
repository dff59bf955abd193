import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { type Config, CONFIG } from '../../../platform/config/config';
import { type WebRequest } from '../../../platform/http/actor';
import { notFound, unavailable } from '../../../platform/http/problem';
import { catalogue, turtle } from '../application/catalogue';
import { jsonLd } from '../application/json-ld';
import { readPublisher } from '../application/publisher';
import { ServeFile } from '../application/serve-file';
import { csvwMetadata, schemas } from '../facts/schemas';
import { answerFresh, setPublic } from './fresh';

/** Days of change that the catalogue names; earlier ones are listed by /v1/public/files. */
const DAYS_IN_CATALOGUE = 31;
const SUM = '.sha256';
const METADATA = '-metadata.json';

/** The files of the register, what describes them, and the catalogue: all without a key. */
@ApiExcludeController()
@Controller('open-data')
export class DownloadsController {
  private readonly schemas: Readonly<Record<string, object>>;
  private readonly publisher = readPublisher();

  constructor(
    private readonly files: ServeFile,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.schemas = schemas(config.publicUrl);
  }

  /** A file, with `.sha256` its checksum, with `-metadata.json` what its columns are. */
  @Get('bestanden/:name')
  async file(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('name') name: string,
  ): Promise<void> {
    if (name.endsWith(SUM)) return this.sum(request, response, name.slice(0, -SUM.length));
    if (name.endsWith(METADATA)) return this.metadata(request, response, name);
    const found = await this.files.find(name);
    if (found === null) throw notFound();
    const { file, folder } = found;
    setPublic(response);
    response.setHeader('ETag', `"${file.sha256}"`);
    response.setHeader('Content-Type', file.mediaType);
    response.setHeader('Content-Disposition', `attachment; filename="${name}"`);
    const digest = Buffer.from(file.sha256, 'hex').toString('base64');
    response.setHeader('Repr-Digest', `sha-256=:${digest}:`);
    if (name.endsWith('.csv'))
      response.setHeader('Link', `<${name}${METADATA}>; rel="describedby"`);
    // Answers 304 and parts of a file (Range) too.
    await new Promise<void>((done, fail) => {
      const options = { root: folder, cacheControl: false, lastModified: false, etag: false };
      response.sendFile(file.sha256, options, (error?: Error) => {
        if (error === undefined || response.headersSent) done();
        else fail(unavailable());
      });
    });
  }

  @Get('schema/:name')
  schema(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('name') name: string,
  ): Promise<void> {
    if (!Object.hasOwn(this.schemas, name)) throw notFound();
    const type = name.endsWith('.schema.json') ? 'application/schema+json' : 'application/json';
    return this.say(request, response, type, 'schema', () =>
      Promise.resolve(JSON.stringify(this.schemas[name], null, 2)),
    );
  }

  @Get('catalogus.ttl')
  async turtle(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    const quads = await this.catalogue();
    const text = await turtle(quads);
    await this.say(request, response, 'text/turtle', text, () => Promise.resolve(text));
  }

  @Get('catalogus.jsonld')
  async jsonLd(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    const text = JSON.stringify(jsonLd(await this.catalogue()), null, 2);
    await this.say(request, response, 'application/ld+json', text, () => Promise.resolve(text));
  }

  private async catalogue(): Promise<ReturnType<typeof catalogue>> {
    const days = await this.files.days(null, DAYS_IN_CATALOGUE);
    const files = [...(await this.files.list()), ...days];
    return catalogue({ base: this.config.publicUrl, publisher: this.publisher, files });
  }

  private async sum(request: WebRequest, response: Response, name: string): Promise<void> {
    const found = await this.files.find(name);
    if (found === null) throw notFound();
    const { sha256 } = found.file;
    await this.say(request, response, 'text/plain', sha256, () =>
      Promise.resolve(`${sha256}  ${name}\n`),
    );
  }

  private async metadata(request: WebRequest, response: Response, name: string): Promise<void> {
    const csv = name.slice(0, -METADATA.length);
    const known = /^(?:giften|wijzigingen)-.*\.csv$/.test(csv);
    if (!known || (await this.files.find(csv)) === null) throw notFound();
    await this.say(request, response, 'application/csvm+json', 'metadata', () =>
      Promise.resolve(JSON.stringify(csvwMetadata(csv), null, 2)),
    );
  }

  private async say(
    request: WebRequest,
    response: Response,
    type: string,
    stamp: string,
    make: () => Promise<string>,
  ): Promise<void> {
    const text = await answerFresh(request, response, stamp, make);
    if (text === undefined) response.end();
    else response.setHeader('Content-Type', `${type}; charset=utf-8`).send(text);
  }
}
