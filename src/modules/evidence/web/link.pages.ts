import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { type WebRequest } from '../../../platform/http/actor';
import { type LinkAnswer, LinkForms } from './link-forms';

/** The address holds a key: no other site is told of it, and no search engine keeps it. */
function keepSecret(response: Response): void {
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('X-Robots-Tag', 'noindex, nofollow, noarchive');
  response.setHeader('Cache-Control', 'no-store');
}

function send(response: Response, answer: LinkAnswer): void {
  keepSecret(response);
  if ('next' in answer) response.redirect(303, answer.next);
  else response.status(answer.status).type('text/html').send(answer.html);
}

/** What a donor fills in, without an account, behind a link that works once. */
@ApiExcludeController()
@Controller('verklaring')
export class LinkPages {
  constructor(private readonly forms: LinkForms) {}

  @Get(':token')
  async show(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('token') token: string,
  ): Promise<void> {
    send(response, await this.forms.show(request, token));
  }

  @Post(':token')
  async take(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('token') token: string,
  ): Promise<void> {
    send(response, await this.forms.take(request, token));
  }

  @Get('ontvangen/:receipt')
  async sent(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('receipt') receipt: string,
  ): Promise<void> {
    send(response, await this.forms.receipt(request, receipt));
  }

  @Get('ontvangen/:receipt/kopie')
  async copy(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('receipt') receipt: string,
  ): Promise<void> {
    const copy = await this.forms.copy(request, receipt);
    if (copy === null) {
      send(response, this.forms.closed(request));
      return;
    }
    keepSecret(response);
    response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
    response.attachment(copy.name).type('text/plain; charset=utf-8').send(copy.text);
  }
}
