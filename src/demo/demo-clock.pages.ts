import { Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { type PlainDate } from '../legal/kernel/plain-date';
import { CONFIG, type Config } from '../platform/config/config';
import { Database } from '../platform/database/database';
import { type WebRequest } from '../platform/http/actor';
import { formText } from '../platform/http/body';
import { Pages } from '../platform/http/pages';
import { notFound, problem } from '../platform/http/problem';
import { readDay } from '../platform/rendering/form-input';
import { type FormError } from '../platform/rendering/page-parts';
import { Worker } from '../platform/worker/public';
import { DEMO_DAY, DEMO_WORKER, moveDemoClock } from './demo-clock';

const STORY = ['2025-10-23', '2025-10-29', '2025-12-02'] as const;
/** The story was told up to this day; before it, what was done would lie in the future. */
const FIRST = DEMO_DAY;
const LAST = '2035-12-31';

type Choice = { readonly day: PlainDate | null } | { readonly error: FormError };

/** Seeing and moving the clock of a demonstration. Elsewhere these pages do not exist. */
@ApiExcludeController()
@Controller('demo/klok')
export class DemoClockPages {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly worker: Worker,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  async see(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query('gezet') set?: string,
  ): Promise<void> {
    this.onlyInDemo();
    response.type('text/html').send(await this.page(request, [], set === 'ja'));
  }

  @Post()
  async set(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    this.onlyInDemo();
    // A visitor has no session whose token could be asked; the browser says where the form is from.
    const site = request.get('Sec-Fetch-Site');
    if (site === 'cross-site' || site === 'same-site')
      throw problem(403, 'csrf', 'The form came from elsewhere. Open it here.');
    const choice = this.choiceOf(request);
    if ('error' in choice) {
      const html = await this.page(request, [choice.error], false);
      response.status(400).type('text/html').send(html);
      return;
    }
    await moveDemoClock(this.database, choice.day);
    await this.worker.drainOnce();
    response.redirect(303, '/demo/klok?gezet=ja');
  }

  private onlyInDemo(): void {
    if (!this.config.demo) throw notFound();
  }

  private choiceOf(request: WebRequest): Choice {
    const chosen = formText(request.body, 'choice');
    if (chosen === 'today') return { day: null };
    const story = STORY.find((day) => day === chosen);
    const typed = story ?? formText(request.body, 'day').trim();
    const fault = (field: string, key: string): Choice => ({
      error: { field, message: this.pages.t(request, `demo.clock.${key}`, { typed }) },
    });
    if (story === undefined && chosen !== 'other') return fault('choice', 'missing');
    if (typed === '') return fault('day', 'dayMissing');
    const day = readDay(typed);
    if (day === undefined) return fault('day', 'format');
    return day < FIRST || day > LAST ? fault('day', 'range') : { day };
  }

  private async page(
    request: WebRequest,
    errors: readonly FormError[],
    set: boolean,
  ): Promise<string> {
    const today = await this.database.inTransaction(DEMO_WORKER, (tx) => Promise.resolve(tx.today));
    const words = this.pages.words(request);
    const known = STORY.find((day) => day === today);
    const choices = [...STORY, 'today', 'other'].map((value) => ({
      value,
      label: words.t(`demo.clock.choice.${value}`),
      hint: words.t(`demo.clock.choice.${value}Hint`),
    }));
    return this.pages.html(request, 'pages/demo/clock.njk', {
      now: words.longDay(today),
      set,
      choices,
      values: {
        choice: formText(request.body, 'choice') || (known ?? 'other'),
        day: formText(request.body, 'day'),
      },
      errors,
    });
  }
}
