import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { printReference } from '../../../legal/kernel/law-reference';
import { Database } from '../../../platform/database/database';
import { type Scope } from '../../../platform/database/transaction';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { createOnce, Idempotent } from '../../../platform/http/idempotency';
import { notFound } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { CallElection } from '../application/call-election';
import { electionTerms } from '../application/election-terms';
import { electionThresholds } from '../application/election-thresholds';
import {
  type ElectionVersion,
  listElections,
  readElectionHistory,
} from '../application/read-elections';
import { ReviseElection } from '../application/revise-election';
import {
  ElectionDetailAnswer,
  ElectionAnswer,
  ElectionsAnswer,
  RecordedElectionAnswer,
} from './election.answers';
import {
  ElectionBody,
  electionInputOf,
  ReviseElectionBody,
  thresholdFaults,
} from './election.bodies';

/** Elections are the same for everybody, so they are read as everybody may. */
export function asPublic(request: WebRequest): Scope {
  return { ...scopeOf(request), role: 'public', tenantId: null };
}

function summary({ election, version }: ElectionVersion): Readonly<ElectionAnswer> {
  const { ref: id, name, pollingDay, nominationDay } = election;
  return { id, version, name, pollingDay, nominationDay };
}

@ApiTags('elections')
@Controller('v1/elections')
export class ElectionsController {
  constructor(
    private readonly database: Database,
    private readonly call: CallElection,
    private readonly revise: ReviseElection,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listElections',
    summary: 'Elections of the Tweede Kamer, newest polling day first',
  })
  @ApiOkResponse({ type: ElectionsAnswer })
  async list(@Req() request: WebRequest): Promise<ElectionsAnswer> {
    const versions = await this.database.inTransaction(asPublic(request), listElections);
    return { items: versions.map(summary) };
  }

  @Get(':id')
  @ApiOperation({
    operationId: 'readElection',
    summary: 'One election with every day that hangs on it, its thresholds and its versions',
  })
  @ApiOkResponse({ type: ElectionDetailAnswer })
  async read(
    @Req() request: WebRequest,
    @Param('id', IdPipe) id: string,
  ): Promise<ElectionDetailAnswer> {
    const versions = await this.database.inTransaction(asPublic(request), (tx) =>
      readElectionHistory(tx, id),
    );
    const [current] = versions;
    if (current === undefined) throw notFound();
    return {
      ...summary(current),
      terms: electionTerms(current.election).map((term) => ({
        ...term,
        basis: term.basis === null ? null : printReference(term.basis),
      })),
      thresholds: electionThresholds(current.election).map(({ kind, decides, others }) => ({
        kind,
        decides,
        others,
      })),
      versions: versions.map(({ election, version, changed, reason, recordedAt }) => {
        const { name, pollingDay, nominationDay } = election;
        return { version, changed, reason, recordedAt, name, pollingDay, nominationDay };
      }),
    };
  }

  @Post()
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({ operationId: 'callElection', summary: 'Enter an election that is called' })
  @ApiCreatedResponse({ type: RecordedElectionAnswer })
  create(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Body() body: ElectionBody,
  ): Promise<RecordedElectionAnswer> {
    const input = electionInputOf(body);
    const faults = thresholdFaults(body);
    return createOnce(this.database, request, response, (tx) => this.call.run(tx, input, faults));
  }

  @Post(':id/revisions')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({
    operationId: 'reviseElection',
    summary: 'Move an election, change its nomination day or store its thresholds',
  })
  @ApiCreatedResponse({ type: RecordedElectionAnswer })
  change(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) id: string,
    @Body() body: ReviseElectionBody,
  ): Promise<RecordedElectionAnswer> {
    const { expectedVersion } = body;
    const revision = { ...electionInputOf(body), electionId: id, expectedVersion };
    const faults = thresholdFaults(body);
    return createOnce(this.database, request, response, (tx) =>
      this.revise.run(tx, revision, faults),
    );
  }
}
