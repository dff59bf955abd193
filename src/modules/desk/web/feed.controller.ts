import { Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { CONFIG, type Config } from '../../../platform/config/config';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { Pages } from '../../../platform/http/pages';
import { notFound } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { PageRenderer } from '../../../platform/rendering/page-renderer';
import { wordsOf } from '../../../platform/rendering/words';
import { ServeCalendar } from '../application/calendar';
import { StopDigest } from '../application/choose-digest';
import { calendarFile } from './calendar-file';

/** What is opened without signing in, by who has the address: a calendar, and the end of a digest. */
@ApiExcludeController()
@Controller('agenda')
export class FeedController {
  constructor(
    private readonly calendar: ServeCalendar,
    private readonly digest: StopDigest,
    private readonly pages: Pages,
    private readonly renderer: PageRenderer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get(':token.ics')
  async feed(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('token') token: string,
  ): Promise<void> {
    if (!/^[\w-]{43}$/.test(token)) throw notFound();
    const calendar = await this.calendar.run(scopeOf(request), token);
    if (calendar === null) throw notFound();
    const words = wordsOf(this.renderer.texts, calendar.language);
    const file = calendarFile(calendar, { publicUrl: this.config.publicUrl, words });
    response.setHeader('Content-Type', 'text/calendar; charset=utf-8');
    response.setHeader('Content-Disposition', 'inline; filename="partijgiften.ics"');
    response.setHeader('X-Robots-Tag', 'noindex');
    response.send(Buffer.from(file, 'utf8'));
  }

  /** Looking stops nothing: programs that look at mail open every link in it. */
  @Get('stoppen/:id/:proof')
  ask(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Param('proof') proof: string,
  ): void {
    if (!this.digest.isProof(id, proof)) throw notFound();
    const html = this.pages.html(request, 'pages/desk/stop-digest.njk', { stopped: false });
    response.type('text/html').send(html);
  }

  /** RFC 8058: a mail program sends this without a cookie. */
  @Post('stoppen/:id/:proof')
  @HttpCode(200)
  async stop(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Param('proof') proof: string,
  ): Promise<void> {
    if (!(await this.digest.run(scopeOf(request), id, proof))) throw notFound();
    const html = this.pages.html(request, 'pages/desk/stop-digest.njk', { stopped: true });
    response.type('text/html').send(html);
  }
}
