import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Database } from '../../../platform/database/database';
import { type Transaction } from '../../../platform/database/transaction';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { newFormKey } from '../../../platform/http/form-once';
import { Pages } from '../../../platform/http/pages';
import { badInput } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { isId, newId } from '../../../platform/ids/id';
import { type FormError } from '../../../platform/rendering/page-parts';
import { personNames } from '../../identity/public';
import { listFeeds, makeFeed, renewFeed, stopFeed } from '../application/calendar';
import { chooseDigest, readOwnChoice, type Rhythm, RHYTHMS } from '../application/choose-digest';
import { type AgendaDesk, agendaPage, type AgendaShown } from './agenda-page';

const LONGEST_NAME = 100;

function isRhythm(text: string): text is Rhythm {
  return RHYTHMS.some((rhythm) => rhythm === text);
}

async function agendaDesk(tx: Transaction): Promise<AgendaDesk> {
  const feeds = await listFeeds(tx);
  return {
    feeds,
    names: await personNames(
      tx,
      feeds.map(({ madeBy }) => madeBy),
    ),
    wish: await readOwnChoice(tx),
  };
}

/** The days of the party in one's own calendar, and by mail. */
@ApiExcludeController()
@Controller('agenda')
export class AgendaPages {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  async show(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query('gedaan') done?: string,
  ): Promise<void> {
    await this.send(request, response, { done: done ?? '' });
  }

  /** The address is shown once, so this answers with the page itself. */
  @Post()
  async make(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    const name = formText(request.body, 'name').trim();
    // The key of the form is the id of the address: sent twice, it makes one.
    const id = formText(request.body, 'once');
    if (!isId(id)) throw badInput(NO_KEY);
    if (name === '' || name.length > LONGEST_NAME) {
      const message = this.pages.t(request, 'desk.agenda.fault.name');
      return this.send(request, response, { errors: [{ field: 'name', message }], once: id });
    }
    const { language } = request.actor;
    const token = await this.database.inTransaction(scopeOf(request), (tx) =>
      makeFeed(tx, { id, name, language }),
    );
    return this.answer(request, response, token);
  }

  @Post(':id/vernieuwen')
  async renew(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    const token = await this.database.inTransaction(scopeOf(request), (tx) =>
      renewFeed(tx, id, newId()),
    );
    return this.answer(request, response, token);
  }

  @Post(':id/stoppen')
  async stop(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    await this.database.inTransaction(scopeOf(request), (tx) => stopFeed(tx, id));
    response.redirect(303, '/agenda?gedaan=gestopt');
  }

  @Post('samenvatting')
  async choose(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    const rhythm = formText(request.body, 'rhythm');
    const weekday = formText(request.body, 'weekday');
    const errors: FormError[] = [];
    const fault = (field: string): void => {
      errors.push({ field, message: this.pages.t(request, `desk.agenda.fault.${field}`) });
    };
    if (!isRhythm(rhythm)) fault('rhythm');
    if (!/^[1-7]$/.test(weekday)) fault('weekday');
    if (!isRhythm(rhythm) || errors.length > 0) return this.send(request, response, { errors });
    const { language } = request.actor;
    await this.database.inTransaction(scopeOf(request), (tx) =>
      chooseDigest(tx, { rhythm, weekday: Number(weekday), language }),
    );
    response.redirect(303, '/agenda?gedaan=opgeslagen#mail');
  }

  private async answer(
    request: WebRequest,
    response: Response,
    token: string | null,
  ): Promise<void> {
    if (token === null) {
      response.redirect(303, '/agenda?gedaan=al-gemaakt');
      return;
    }
    const address = new URL(`/agenda/${token}.ics`, this.config.publicUrl).toString();
    const webcal = address.replace(/^https?:/, 'webcal:');
    await this.send(request, response, { made: { address, webcal } });
  }

  private async send(
    request: WebRequest,
    response: Response,
    shown: Partial<AgendaShown>,
  ): Promise<void> {
    const errors = shown.errors ?? [];
    const data = await this.database.inTransaction(scopeOf(request), async (tx) =>
      agendaPage(
        await agendaDesk(tx),
        {
          errors,
          made: null,
          done: '',
          once: newFormKey(),
          values: {
            name: errors.length === 0 ? '' : formText(request.body, 'name'),
            rhythm: formText(request.body, 'rhythm'),
            weekday: formText(request.body, 'weekday'),
          },
          ...shown,
        },
        this.pages.words(request),
      ),
    );
    const status = errors.length > 0 ? 400 : shown.made === undefined ? 200 : 201;
    const html = this.pages.html(request, 'pages/desk/agenda.njk', data);
    response.status(status).type('text/html').send(html);
  }
}

const NO_KEY = {
  in: 'body',
  location: 'once',
  code: 'idempotency.absent',
  detail: 'The form has no key. Open it again.',
} as const;
