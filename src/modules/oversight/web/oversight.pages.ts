import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { type Transaction } from '../../../platform/database/transaction';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { newFormKey } from '../../../platform/http/form-once';
import { decodeMomentCursor, keysetPage } from '../../../platform/http/keyset';
import { Pages } from '../../../platform/http/pages';
import { notFound } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { PageRenderer } from '../../../platform/rendering/page-renderer';
import { type Paging } from '../../../platform/rendering/page-parts';
import { type Words, wordsOf } from '../../../platform/rendering/words';
import { recordRead } from '../../audit/public';
import { listCases } from '../../enforcement/public';
import {
  type FindingCase,
  type ProposalCase,
  readFindingCase,
  readProposalCase,
} from '../application/read-case';
import { type Queue, type QueueKind, readQueue } from '../application/read-queue';
import { findingPage } from './finding-page';
import { type CaseReader } from './open-case-button';
import { proposalPage } from './proposal-page';
import { kindFrom, queueHref, queuePage } from './queue-page';

const PAGE_SIZE = 25;

/** What waits for the overseer, and everything known of one proposal or finding. */
@ApiExcludeController()
@Controller('toezicht')
export class OversightPages {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly renderer: PageRenderer,
  ) {}

  @Get()
  async queue(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query('soort') asked?: string,
    @Query('cursor') cursor?: string,
  ): Promise<void> {
    const kind = kindFrom(asked);
    const after = kind === null ? null : decodeMomentCursor(cursor);
    const queue = await this.database.inTransaction(scopeOf(request), async (tx) => {
      await recordRead(tx, { entity: 'core.finding', entityId: 'list', purpose: 'Wfpp 36' });
      return readQueue(tx, kind, after, PAGE_SIZE + 1);
    });
    const previous = after === null ? '' : queueHref(kind);
    const paging = { previous, next: nextOf(request, response, kind, queue) };
    this.send(request, response, 'queue', (words) =>
      queuePage(queue, view(request, kind, paging), words),
    );
  }

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
    page: 'queue' | 'proposal' | 'finding',
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

function view(
  request: WebRequest,
  kind: QueueKind | null,
  paging: Paging,
): Parameters<typeof queuePage>[1] {
  return { kind, size: PAGE_SIZE, paging, mayImport: request.actor.role === 'overseer' };
}

/** Only one kind has pages; all kinds together show the start of each. */
function nextOf(
  request: WebRequest,
  response: Response,
  kind: QueueKind | null,
  queue: Queue,
): string {
  if (kind === null) return '';
  const rows =
    kind === 'proposals'
      ? queue.proposals.map(({ proposedAt: at, id }) => ({ at, id }))
      : queue.findings.map(({ foundAt: at, id }) => ({ at, id }));
  const page = keysetPage(request, response, rows, PAGE_SIZE, ({ at, id }) => [at, id]);
  return page._links.next?.href ?? '';
}
