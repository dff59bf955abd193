import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { type Transaction } from '../../../platform/database/transaction';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { newFormKey } from '../../../platform/http/form-once';
import { Pages } from '../../../platform/http/pages';
import { notFound } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { PageRenderer } from '../../../platform/rendering/page-renderer';
import { type Words, wordsOf } from '../../../platform/rendering/words';
import { recordRead } from '../../audit/public';
import { listCases } from '../../enforcement/public';
import {
  type FindingCase,
  type ProposalCase,
  readFindingCase,
  readProposalCase,
} from '../application/read-case';
import { findingPage } from './finding-page';
import { type CaseReader } from './open-case-button';
import { proposalPage } from './proposal-page';

/** Everything known of one proposal or finding. */
@ApiExcludeController()
@Controller('toezicht')
export class OversightPages {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly renderer: PageRenderer,
  ) {}

  @Get('voorstellen/:id')
  async proposal(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    const { found, reader } = await this.open(
      request,
      (tx) => withCases(tx, request, () => readProposalCase(tx, id)),
      { entity: 'core.fine_proposal', entityId: id, purpose: 'Wfpp 37' },
    );
    this.send(request, response, 'proposal', (words) => proposalPage(found, reader, words));
  }

  @Get('bevindingen/:id')
  async finding(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    const { found, reader } = await this.open(
      request,
      (tx) => withCases(tx, request, () => readFindingCase(tx, id)),
      { entity: 'core.finding', entityId: id, purpose: 'Wfpp 36' },
    );
    this.send(request, response, 'finding', (words) => findingPage(found, reader, words));
  }

  private open<Case>(
    request: WebRequest,
    read: (tx: Transaction) => Promise<Case | null>,
    line: Parameters<typeof recordRead>[1],
  ): Promise<Case> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const found = await read(tx);
      if (found === null) throw notFound();
      await recordRead(tx, line);
      return found;
    });
  }

  private send(
    request: WebRequest,
    response: Response,
    page: 'proposal' | 'finding',
    data: (words: Words) => object,
  ): void {
    const words = wordsOf(this.renderer.texts, request.actor.language);
    const html = this.pages.html(request, `pages/oversight/${page}.njk`, data(words));
    response.type('text/html').send(html);
  }
}

/** What was found, with the case about it when there is one. */
async function withCases<Found extends FindingCase | ProposalCase>(
  tx: Transaction,
  request: WebRequest,
  read: () => Promise<Found | null>,
): Promise<{ readonly found: Found; readonly reader: CaseReader } | null> {
  const found = await read();
  if (found === null) return null;
  const findingId = 'proposal' in found ? found.proposal.findingId : found.finding.id;
  const cases = await listCases(tx, { findingId, after: null, limit: 1 });
  const reader = { mayOpen: request.actor.role === 'overseer', once: newFormKey(), cases };
  return { found, reader };
}
