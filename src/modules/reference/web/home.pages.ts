import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { PARTY_ROLES, type WebRequest } from '../../../platform/http/actor';
import { Pages } from '../../../platform/http/pages';

const FIRST_PAGE_OF = {
  overseer: '/toezicht',
  decision_maker: '/toezicht',
  committee_member: '/toezicht',
  committee_secretary: '/toezicht',
  administrator: '/account',
} as const;

/** The first page: what this is, for a visitor; their own work, for who is signed in. */
@ApiExcludeController()
@Controller()
export class HomePages {
  constructor(private readonly pages: Pages) {}

  @Get('/')
  home(@Req() request: WebRequest, @Res() response: Response): void {
    const { role } = request.actor;
    if (role === 'anonymous') {
      response.type('text/html').send(this.pages.html(request, 'pages/home.njk'));
      return;
    }
    const isParty = PARTY_ROLES.some((partyRole) => partyRole === role);
    const next = Object.entries(FIRST_PAGE_OF).find(([known]) => known === role)?.[1];
    response.redirect(303, isParty || next === undefined ? '/start' : next);
  }
}
