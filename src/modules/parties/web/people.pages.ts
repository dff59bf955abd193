import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { tenantOf } from '../../../platform/database/tenant-of';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { sendAnswer } from '../../../platform/http/form-answer';
import { Pages } from '../../../platform/http/pages';
import { IdPipe } from '../../../platform/http/validation';
import {
  ListPeople,
  peopleWarnings,
  SendInvitationAgain,
  WithdrawInvitation,
} from '../../identity/public';
import { PeopleForms } from './people-forms';
import { peoplePage } from './people-page';

const DONE = ['uitgenodigd', 'beeindigd', 'opnieuw', 'ingetrokken'] as const;

/** Who may do what at a party, since when and until when. */
@ApiExcludeController()
@Controller('mensen')
export class PeoplePages {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly people: ListPeople,
    private readonly forms: PeopleForms,
  ) {}

  @Get()
  async list(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query('gedaan') done?: string,
  ): Promise<void> {
    const scope = scopeOf(request);
    const people = await this.people.run(scope);
    const warnings = await this.database.inTransaction(scope, (tx) =>
      peopleWarnings(tx, tenantOf(tx)),
    );
    const shown = {
      manages: request.actor.role === 'party_administrator',
      done: DONE.find((one) => one === done) ?? '',
      warnings,
    };
    const data = peoplePage(people, shown, this.pages.words(request));
    response.type('text/html').send(this.pages.html(request, 'pages/people/list.njk', data));
  }

  @Get('uitnodigen')
  async toInvite(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    response.type('text/html').send(await this.forms.toInvite(request));
  }

  @Post('uitnodigingen')
  async invite(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    sendAnswer(response, await this.forms.invite(request));
  }

  @Get('rollen/:id')
  async toEnd(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    response.type('text/html').send(await this.forms.toEnd(request, id));
  }

  @Post('rollen/:id/beeindigen')
  async end(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    sendAnswer(response, await this.forms.end(request, id));
  }
}

/** What is still to be done about an invitation that waits. */
@ApiExcludeController()
@Controller('mensen/uitnodigingen')
export class InvitationActions {
  constructor(
    private readonly sending: SendInvitationAgain,
    private readonly withdrawing: WithdrawInvitation,
  ) {}

  @Post(':id/opnieuw')
  async again(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    await this.sending.run(id, request.actor.name, scopeOf(request));
    response.redirect(303, '/mensen?gedaan=opnieuw');
  }

  @Post(':id/intrekken')
  async withdraw(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    await this.withdrawing.run(id, scopeOf(request));
    response.redirect(303, '/mensen?gedaan=ingetrokken');
  }
}
