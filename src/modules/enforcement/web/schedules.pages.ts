import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { sendAnswer } from '../../../platform/http/form-answer';
import { Pages } from '../../../platform/http/pages';
import { notFound } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import {
  listFineSchedules,
  readFineSchedule,
  simulateFineSchedule,
} from '../application/fine-schedules';
import { ScheduleForms } from './schedule-forms';
import { scheduleListPage } from './schedule-page';
import { simulationPage } from './schedule-simulation-page';

const DONE = new Set(['opgesteld', 'vastgesteld']);

/** The versions of the fine schedule: read, drafted, tried on the past, adopted by a second person. */
@ApiExcludeController()
@Controller('toezicht/boeteschemas')
export class SchedulePages {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly forms: ScheduleForms,
  ) {}

  @Get()
  async list(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    const data = await this.database.inTransaction(scopeOf(request), async (tx) => {
      const { userId, role } = request.actor;
      const reader = { today: tx.today, userId, role };
      return scheduleListPage(await listFineSchedules(tx), reader, this.pages.words(request));
    });
    const html = this.pages.html(request, 'pages/enforcement/schedules.njk', data);
    response.type('text/html').send(html);
  }

  @Get('nieuw')
  async toDraft(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query('van') from = '',
  ): Promise<void> {
    response.type('text/html').send(await this.forms.empty(request, from));
  }

  @Post()
  async draft(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    sendAnswer(response, await this.forms.draft(request));
  }

  @Get(':id')
  async detail(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Query('gedaan') done = '',
  ): Promise<void> {
    const shown = DONE.has(done) ? done : '';
    response.type('text/html').send(await this.forms.show(request, id, shown));
  }

  @Get(':id/simulatie')
  async simulation(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    const data = await this.database.inTransaction(scopeOf(request), async (tx) => {
      const one = await readFineSchedule(tx, id);
      const simulated = await simulateFineSchedule(tx, id);
      if (one === null || simulated === null) throw notFound();
      return simulationPage(one, simulated, this.pages.words(request));
    });
    const html = this.pages.html(request, 'pages/enforcement/schedule-simulation.njk', data);
    response.type('text/html').send(html);
  }

  @Post(':id/vaststellen')
  async adopt(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    sendAnswer(response, await this.forms.adopt(request, id));
  }

  @Post(':id/intrekken')
  async withdraw(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    sendAnswer(response, await this.forms.withdraw(request, id));
  }
}
