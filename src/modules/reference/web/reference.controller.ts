import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  hasSubstantialGiftTerm,
  substantialGiftTerm,
} from '../../../legal/calendar/substantial-gift-term';
import { plainDate } from '../../../legal/kernel/plain-date';
import { parametersOn } from '../../../legal/parameters/index';
import { type WebRequest } from '../../../platform/http/actor';
import { badInput } from '../../../platform/http/problem';
import { CurrentDay } from './current-day';
import { DueDatesAnswer, ParametersAnswer, ParametersQuery, TermQuery } from './reference.answers';
import { termAnswer } from './term-answer';

/** What the law says, for everybody and for every program; nothing here is about anyone. */
@ApiTags('law')
@Controller('/v1')
export class ReferenceController {
  constructor(private readonly currentDay: CurrentDay) {}

  /** Wfpp art. 25a lid 2 in both readings (decisions.md D1). */
  @Get('/terms/substantial-gift')
  @ApiOperation({ operationId: 'computeSubstantialGiftTerm', summary: 'Last day to notify a gift' })
  @ApiOkResponse({ type: DueDatesAnswer })
  term(@Query() query: TermQuery): DueDatesAnswer {
    const receivedOn = plainDate(query.receivedOn);
    if (!hasSubstantialGiftTerm(receivedOn)) {
      const detail = `receivedOn is "${receivedOn}". Art. 25a binds from 2023-01-01: give a later day.`;
      throw badInput({ in: 'query', location: 'receivedOn', code: 'term.not_in_force', detail });
    }
    const due = substantialGiftTerm(receivedOn);
    return {
      receivedOn,
      enforced: termAnswer(due.enforced),
      enforcedReadingSource: due.enforcedReadingSource,
      statutory: termAnswer(due.statutory),
    };
  }

  /** Every amount and term that the rules use, as it was in force on a day. */
  @Get('/legal-parameters')
  @ApiOperation({ operationId: 'listLegalParameters', summary: 'Legal parameters on a day' })
  @ApiOkResponse({ type: ParametersAnswer })
  async parameters(
    @Query() query: ParametersQuery,
    @Req() request: WebRequest,
  ): Promise<ParametersAnswer> {
    const on = query.on === undefined ? await this.currentDay.of(request) : plainDate(query.on);
    return { on, items: parametersOn(on) };
  }
}
