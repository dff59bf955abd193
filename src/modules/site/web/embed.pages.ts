import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { CONFIG, type Config } from '../../../platform/config/config';
import { type WebRequest } from '../../../platform/http/actor';
import { embedChoice, embeddedList, embedPage } from './embed-page';
import { PublicPages } from './public-pages';

/** Any site may show this page in its own; it has no script, sets no cookie and reads none but the language. */
function mayBeFramed(response: Response): void {
  const policy = String(response.getHeader('Content-Security-Policy') ?? '');
  response.setHeader(
    'Content-Security-Policy',
    policy.replace("frame-ancestors 'none'", 'frame-ancestors *'),
  );
  response.removeHeader('X-Frame-Options');
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
}

/** A list of gifts for another site, the page that makes its code, and the explanations. */
@ApiExcludeController()
@Controller('register')
export class EmbedPages {
  constructor(
    private readonly publicPages: PublicPages,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('insluiten')
  make(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    const choice = embedChoice(request.query, request.actor.language);
    return this.publicPages.send(request, response, {
      template: 'pages/site/embed.njk',
      followsChanges: false,
      build: async (tx, words) => {
        const { data, errors } = await embedPage(tx, choice, this.config.publicUrl, words);
        return { data, status: errors.length > 0 ? 400 : 200 };
      },
    });
  }

  @Get('ingesloten')
  embedded(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    const choice = embedChoice(request.query, request.actor.language);
    // Everybody sees the same list, also who is signed in at this site.
    request.actor = { ...request.actor, language: choice.language };
    mayBeFramed(response);
    return this.publicPages.send(request, response, {
      template: 'pages/site/embedded.njk',
      followsChanges: false,
      build: async (tx, words) => {
        const { data, errors } = await embeddedList(tx, choice, words);
        return { data, status: errors.length > 0 ? 400 : 200 };
      },
    });
  }

  @Get('uitleg')
  explain(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    return this.publicPages.send(request, response, {
      template: 'pages/site/explain.njk',
      followsChanges: true,
      build: () => Promise.resolve({ data: {} }),
    });
  }
}
