import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { type WebRequest } from '../../../platform/http/actor';
import { notFound } from '../../../platform/http/problem';

/** What has a name for ever: where people read of it, where programs do, and how it is written. */
const THINGS: Readonly<Record<string, { page: string; data: string; name: RegExp }>> = {
  giften: { page: '/register/giften', data: '/v1/public/gifts', name: /^G-[0-9A-Z]{10}$/ },
  gevers: { page: '/register/gevers', data: '/v1/public/donors', name: /^D-[0-9A-Z]{10}$/ },
  partijen: {
    page: '/register/partijen',
    data: '/v1/public/parties',
    name: /^[a-z0-9][a-z0-9-]{0,79}$/,
  },
};

/** Addresses of the things themselves: each leads to its page, or to its data for who asks JSON. */
@ApiExcludeController()
@Controller('id')
export class IdController {
  @Get(':kind/:name')
  see(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('kind') kind: string,
    @Param('name') name: string,
  ): void {
    const thing = Object.entries(THINGS).find(([known]) => known === kind)?.[1];
    if (thing?.name.test(name) !== true) throw notFound();
    const wantsData = request.accepts(['html', 'json']) === 'json';
    response.setHeader('Vary', 'Accept');
    response.redirect(303, `${wantsData ? thing.data : thing.page}/${name}`);
  }
}
