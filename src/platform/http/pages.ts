import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config';
import { type PageContext, PageRenderer } from '../rendering/page-renderer';
import { type Words, wordsOf } from '../rendering/words';
import { type WebRequest } from './actor';

const PLAIN_ERROR =
  '<!doctype html><html lang="nl"><meta charset="utf-8"><title>Partijgiften</title>' +
  '<h1>Partijgiften is even niet bereikbaar</h1><p>Probeer het over een paar minuten opnieuw.</p>' +
  '<p lang="en">Partijgiften is temporarily not available. Try again in a few minutes.</p>';

/** The error pages there are; any other refusal is shown as the one that comes nearest. */
const SHOWN = new Set([400, 401, 403, 404, 409, 429, 500, 503]);

/** Renders pages for a request: knows its reader, language, form token and day. */
@Injectable()
export class Pages {
  constructor(
    private readonly renderer: PageRenderer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @returns HTML; send it with `@Header('Content-Type', 'text/html; charset=utf-8')`. */
  html(request: WebRequest, template: string, data: object = {}): string {
    return this.renderer.render(template, data, this.context(request));
  }

  /** A text of templates/texts in the reader's language. */
  t(request: WebRequest, key: string, values: Readonly<Record<string, string>> = {}): string {
    return this.renderer.t(request.actor.language, key, values);
  }

  /** For a page builder: texts, amounts and days in the reader's language. */
  words(request: WebRequest): Words {
    return wordsOf(this.renderer.texts, request.actor.language);
  }

  /** The error page of a status. */
  error(request: WebRequest, status: number): string {
    const nearest = SHOWN.has(status) ? status : status >= 500 ? 500 : 400;
    try {
      const { requestId } = request;
      const data = { status: String(nearest), detail: '', requestId };
      return this.html(request, 'pages/error.njk', data);
    } catch {
      return PLAIN_ERROR;
    }
  }

  context(request: WebRequest): PageContext {
    const { actor } = request;
    const { name, role, organisation } = actor;
    return {
      language: actor.language,
      path: request.originalUrl,
      actor: actor.role === 'anonymous' ? null : { name, role, organisation },
      csrfToken: request.csrfToken,
      demo: this.config.demo,
      session:
        request.sessionEndsAt === null
          ? null
          : { endsAt: request.sessionEndsAt, seconds: request.sessionSeconds },
      today: request.today,
    };
  }
}
