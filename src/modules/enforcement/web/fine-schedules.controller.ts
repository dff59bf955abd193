import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { type ScheduleFault } from '../../../legal/fines/check-schedule';
import { printReference } from '../../../legal/kernel/law-reference';
import { refused, type Refused } from '../../../legal/kernel/refusal';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { createOnce, Idempotent } from '../../../platform/http/idempotency';
import { notFound, problem, StepProblem } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import {
  AdoptFineSchedule,
  DraftFineSchedule,
  listFineSchedules,
  readFineSchedule,
  simulateFineSchedule,
  type StoredSchedule,
  WithdrawFineSchedule,
} from '../application/fine-schedules';
import { FineScheduleAnswer, FineSchedulesAnswer, SimulationAnswer } from './fine-schedule.answers';
import { ScheduleHashBody, FineScheduleBody, scheduleOf } from './fine-schedule.bodies';

const WORDS: Readonly<Record<string, string>> = {
  no_draft: 'This is no draft any more.',
  role_may_not: 'Your role does not allow this.',
  already_done: 'It was adopted before.',
  second_person_needed: 'Who drafted a schedule does not adopt it.',
  content_changed: 'This is not the content of the draft. Read it again.',
  day_in_the_past: 'A schedule begins today or later.',
  day_taken: 'Another schedule begins on that day.',
  version_taken: 'There is a schedule with this version.',
};

function refusedProblem({ reason, facts }: Refused<string>): StepProblem {
  const detail = WORDS[reason] ?? reason;
  return new StepProblem(`schedule.${reason}`, detail, { reason, facts, possible: [] });
}

function faulty(faults: readonly ScheduleFault[]): Error {
  const parts = faults.map(({ place, code, value }) => ({
    in: 'body' as const,
    location: `/${place.replaceAll(/[.[]/g, '/').replaceAll(']', '')}`,
    code: `schedule.${code}`,
    detail: `${place} is ${value === null ? 'absent' : String(value)}: ${code.replaceAll('_', ' ')}.`,
  }));
  return problem(400, 'input.invalid', `${String(parts.length)} things are wrong.`, parts);
}

function answer(one: StoredSchedule): Readonly<FineScheduleAnswer> {
  const { id, version, schedule, sha256, draftedByName, adoptedByName, adoptedAt } = one;
  const { origin, from } = schedule;
  return {
    ...{ id, version, origin, from, schedule, sha256 },
    ...{ draftedByName, adoptedByName, adoptedAt },
  };
}

@ApiTags('fine-schedules')
@Controller('v1/fine-schedules')
export class FineSchedulesController {
  constructor(
    private readonly database: Database,
    private readonly drafting: DraftFineSchedule,
    private readonly adopting: AdoptFineSchedule,
    private readonly withdrawing: WithdrawFineSchedule,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listFineSchedules', summary: 'Adopted schedules and drafts' })
  @ApiOkResponse({ type: FineSchedulesAnswer })
  async list(@Req() request: WebRequest): Promise<FineSchedulesAnswer> {
    const all = await this.database.inTransaction(scopeOf(request), listFineSchedules);
    return { items: all.map(answer) };
  }

  @Get(':id')
  @ApiOperation({ operationId: 'readFineSchedule', summary: 'One schedule' })
  @ApiOkResponse({ type: FineScheduleAnswer })
  async read(
    @Req() request: WebRequest,
    @Param('id', IdPipe) id: string,
  ): Promise<FineScheduleAnswer> {
    const one = await this.database.inTransaction(scopeOf(request), (tx) =>
      readFineSchedule(tx, id),
    );
    if (one === null) throw notFound();
    return answer(one);
  }

  @Post()
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({ operationId: 'draftFineSchedule', summary: 'Draft a new version' })
  @ApiCreatedResponse({ type: FineScheduleAnswer })
  async draft(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Body() body: FineScheduleBody,
  ): Promise<FineScheduleAnswer> {
    const input = { schedule: scheduleOf(body), actorName: request.actor.name };
    return createOnce(this.database, request, response, async (tx) => {
      const drafted = await this.drafting.run(tx, input);
      if (drafted.kind === 'faulty') throw faulty(drafted.faults);
      if (drafted.kind === 'refused') throw refusedProblem(drafted);
      return answer(drafted.value);
    });
  }

  @Post(':id/approvals')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({
    operationId: 'adoptFineSchedule',
    summary: 'Adopt a draft, as a second person and for exactly this content',
  })
  @ApiCreatedResponse({ type: FineScheduleAnswer })
  async adopt(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) id: string,
    @Body() { sha256 }: ScheduleHashBody,
  ): Promise<FineScheduleAnswer> {
    const input = { id, sha256, actorName: request.actor.name };
    return createOnce(this.database, request, response, async (tx) => {
      const adopted = await this.adopting.run(tx, input);
      if (adopted.kind === 'refused') throw refusedProblem(adopted);
      return answer(adopted.value);
    });
  }

  @Post(':id/withdrawals')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({ operationId: 'withdrawFineSchedule', summary: 'Take a draft back' })
  @ApiCreatedResponse({ type: FineScheduleAnswer })
  async withdraw(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) id: string,
    @Body() { sha256 }: ScheduleHashBody,
  ): Promise<FineScheduleAnswer> {
    return createOnce(this.database, request, response, async (tx) => {
      const before = await readFineSchedule(tx, id);
      if (before === null) throw notFound();
      if (before.sha256 !== sha256) throw refusedProblem(refused('content_changed'));
      const withdrawn = await this.withdrawing.run(tx, id);
      if (withdrawn.kind === 'refused') throw refusedProblem(withdrawn);
      return answer(before);
    });
  }

  @Get(':id/simulations')
  @ApiOperation({
    operationId: 'simulateFineSchedule',
    summary: 'What this schedule would have meant for everything that was proposed or decided',
  })
  @ApiOkResponse({ type: SimulationAnswer })
  async simulate(
    @Req() request: WebRequest,
    @Param('id', IdPipe) id: string,
  ): Promise<SimulationAnswer> {
    const result = await this.database.inTransaction(scopeOf(request), (tx) =>
      simulateFineSchedule(tx, id),
    );
    if (result === null)
      throw problem(409, 'schedule.none_in_force', 'No schedule is in force to compare with.');
    const fines = result.fines.map(({ basis, ...fine }) => ({
      ...fine,
      article: printReference(basis),
    }));
    return { ...result, fines };
  }
}
