import { Controller, Get, Header, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import {
  hasSubstantialGiftTerm,
  substantialGiftTerm,
} from '../../../legal/calendar/substantial-gift-term';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type WebRequest } from '../../../platform/http/actor';
import { Pages } from '../../../platform/http/pages';
import { formatDay, formatDayInput, formatLongDay } from '../../../platform/rendering/format';
import { readDay } from '../../../platform/rendering/form-input';
import { PageRenderer } from '../../../platform/rendering/page-renderer';
import { describeParameters } from '../application/describe-parameters';
import { describeTerm } from '../application/describe-term';
import { CurrentDay } from './current-day';

const HTML = ['Content-Type', 'text/html; charset=utf-8'] as const;

/** The public pages about the law itself, the help and the accessibility statement. */
@ApiExcludeController()
@Controller()
export class ReferencePages {
  constructor(
    private readonly pages: Pages,
    private readonly renderer: PageRenderer,
    private readonly currentDay: CurrentDay,
  ) {}

  @Get('/termijnen')
  @Header(...HTML)
  terms(@Req() request: WebRequest, @Query('ontvangen') typed?: string): string {
    const receivedOn = typed === undefined ? undefined : readDay(typed);
    const error = typed === undefined ? '' : this.faultIn(request, typed, receivedOn);
    return this.pages.html(request, 'pages/reference/terms.njk', {
      values: { receivedOn: receivedOn === undefined ? typed : formatDayInput(receivedOn) },
      errors: error === '' ? [] : [{ field: 'ontvangen', message: error }],
      result: receivedOn === undefined || error !== '' ? null : this.result(request, receivedOn),
    });
  }

  @Get('/parameters')
  @Header(...HTML)
  async parameters(@Req() request: WebRequest, @Query('dag') typed?: string): Promise<string> {
    const { language } = request.actor;
    const on = typed === undefined ? await this.currentDay.of(request) : readDay(typed);
    const message = this.pages.t(request, 'legal.parameters.error.format', { typed: typed ?? '' });
    return this.pages.html(request, 'pages/reference/parameters.njk', {
      values: { on: on === undefined ? typed : formatDayInput(on) },
      errors: on === undefined ? [{ field: 'dag', message }] : [],
      groups: on === undefined ? [] : describeParameters(on, language, this.renderer.texts),
      api: on === undefined ? '' : `/v1/legal-parameters?on=${on}`,
    });
  }

  @Get('/handleiding')
  @Header(...HTML)
  guide(@Req() request: WebRequest): string {
    return this.pages.html(request, 'pages/reference/guide.njk');
  }

  @Get('/toegankelijkheid')
  @Header(...HTML)
  accessibility(@Req() request: WebRequest): string {
    return this.pages.html(request, 'pages/reference/accessibility.njk');
  }

  private faultIn(request: WebRequest, typed: string, day: PlainDate | undefined): string {
    if (typed.trim() === '') return this.pages.t(request, 'legal.terms.error.missing');
    if (day === undefined) return this.pages.t(request, 'legal.terms.error.format', { typed });
    if (hasSubstantialGiftTerm(day)) return '';
    const written = formatDay(day, request.actor.language);
    return this.pages.t(request, 'legal.terms.error.before', { day: written });
  }

  private result(request: WebRequest, receivedOn: PlainDate): object {
    const { language } = request.actor;
    const { enforced, statutory } = substantialGiftTerm(receivedOn);
    return {
      receivedOn: formatLongDay(receivedOn, language),
      enforced: describeTerm(enforced, language, this.renderer.texts),
      statutory: describeTerm(statutory, language, this.renderer.texts),
      sameDay: enforced.lastDay === statutory.lastDay,
      api: `/v1/terms/substantial-gift?receivedOn=${receivedOn}`,
    };
  }
}
