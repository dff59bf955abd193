import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { ROLES, scopeOf, type WebRequest } from '../../../platform/http/actor';
import { sendAnswer } from '../../../platform/http/form-answer';
import { Pages } from '../../../platform/http/pages';
import { notFound } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { isId } from '../../../platform/ids/id';
import { recordRead } from '../../audit/public';
import { readAllGroups } from '../../parties/public';
import { listCases } from '../application/read-case';
import { OpenCaseForms } from './open-case-forms';
import { type CaseListView, PHASES, staffCaseListPage } from './staff-case-list-page';
import { StaffCaseForms } from './staff-case-forms';

const MOST_RUNNING = 500;
const MOST_ENDED = 50;

/** The cases of the overseer, the decision maker and the committee. */
@ApiExcludeController()
@Controller('toezicht/zaken')
export class StaffCasePages {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly forms: StaffCaseForms,
    private readonly opening: OpenCaseForms,
  ) {}

  @Get()
  async list(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query('fase') phase = '',
    @Query('partij') party = '',
  ): Promise<void> {
    const data = await this.database.inTransaction(scopeOf(request), async (tx) => {
      const purpose = 'Wfpp 37';
      await recordRead(tx, { entity: 'core.enforcement_case', entityId: 'list', purpose });
      const running = await listCases(tx, { ended: false, after: null, limit: MOST_RUNNING });
      const ended = await listCases(tx, { ended: true, after: null, limit: MOST_ENDED });
      const groups = await readAllGroups(tx);
      const view: CaseListView = {
        ...{ phase: PHASES.find((one) => one === phase) ?? null, groups, today: tx.today },
        tenantId: isId(party) ? party : null,
        role: ROLES.find((role) => role === request.actor.role) ?? 'overseer',
        mayOpen: request.actor.role === 'overseer',
      };
      return staffCaseListPage({ running, ended }, view, this.pages.words(request));
    });
    const html = this.pages.html(request, 'pages/enforcement/staff-cases.njk', data);
    response.type('text/html').send(html);
  }

  @Get('nieuw')
  async toOpen(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    response.type('text/html').send(await this.opening.empty(request));
  }

  @Post()
  async open(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    sendAnswer(response, await this.opening.open(request));
  }

  @Get(':id')
  async detail(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Query('gedaan') done = '',
  ): Promise<void> {
    const known = this.pages.words(request).texts.has(`cases.done.${done}`) ? done : '';
    response.type('text/html').send(await this.forms.show(request, id, known));
  }

  @Get(':id/ontwerpen/:version')
  async draft(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Param('version') version: string,
  ): Promise<void> {
    if (!/^[1-9]\d{0,4}$/.test(version)) throw notFound();
    response.type('text/html').send(await this.forms.showDraft(request, id, Number(version)));
  }

  @Post(':id/stap')
  async step(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    sendAnswer(response, await this.forms.take(request, id));
  }
}
