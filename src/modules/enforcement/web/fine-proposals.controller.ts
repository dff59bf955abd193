import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import {
  decodeMomentCursor,
  KeysetQuery,
  keysetPage,
  pageSizeOf,
} from '../../../platform/http/keyset';
import { notFound } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { recordRead } from '../../audit/public';
import { printReference } from '../../../legal/kernel/law-reference';
import { findingView } from '../../judgements/public';
import { termAnswer } from '../../reference/public';
import { listProposals, readProposal, type StoredProposal } from '../application/read-proposals';
import {
  FineProposalAnswer,
  FineProposalsAnswer,
  ReasonedFineProposalAnswer,
} from './fine-proposal.answers';

function summary(proposal: StoredProposal): Readonly<FineProposalAnswer> {
  return {
    id: proposal.id,
    number: proposal.number,
    organisation: proposal.organisationName,
    addressee: proposal.recipientName,
    rule: proposal.rule,
    amount: Number(proposal.amountCents),
    schedule: proposal.schedule,
    proposedAt: proposal.proposedAt,
    findingId: proposal.findingId,
  };
}

function reasoned(proposal: StoredProposal): ReasonedFineProposalAnswer {
  const { finding, addressee, fine, notice, ...days } = proposal.content;
  const { basis, ...milder } = fine.lexMitior;
  return {
    ...summary(proposal),
    ...days,
    finding: findingView(finding),
    addresseeKind: addressee,
    fine: {
      amount: fine.amount,
      schedule: fine.schedule,
      steps: fine.steps.map(({ code, article, input, effect, total }) => ({
        code,
        article: printReference(article),
        input,
        effect,
        total,
      })),
      ceiling: fine.ceiling,
      milderLaw: { article: printReference(basis), ...milder },
    },
    notice:
      notice === null
        ? null
        : {
            enforced: termAnswer(notice.due.enforced),
            statutory: termAnswer(notice.due.statutory),
            filedOn: notice.filedOn,
            daysLate: notice.daysLate,
          },
  };
}

@ApiTags('fine-proposals')
@Controller('v1/fine-proposals')
export class FineProposalsController {
  constructor(private readonly database: Database) {}

  @Get()
  @ApiOperation({ operationId: 'listFineProposals', summary: 'Proposals that wait for a person' })
  @ApiOkResponse({ type: FineProposalsAnswer })
  async list(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Query() query: KeysetQuery,
  ): Promise<FineProposalsAnswer> {
    const size = pageSizeOf(query);
    const key = decodeMomentCursor(query.cursor);
    const after = key === null ? null : { proposedAt: key.at, id: key.id };
    const rows = await this.database.inTransaction(scopeOf(request), async (tx) => {
      await recordRead(tx, { entity: 'core.fine_proposal', entityId: 'list', purpose: 'Wfpp 37' });
      return listProposals(tx, { after, limit: size + 1 });
    });
    const page = keysetPage(request, response, rows, size, (row) => [row.proposedAt, row.id]);
    return { ...page, items: page.items.map(summary) };
  }

  @Get(':id')
  @ApiOperation({
    operationId: 'readFineProposal',
    summary: 'One proposal: facts, rule, steps of the schedule, milder law',
  })
  @ApiOkResponse({ type: ReasonedFineProposalAnswer })
  async read(
    @Req() request: WebRequest,
    @Param('id', IdPipe) id: string,
  ): Promise<ReasonedFineProposalAnswer> {
    const proposal = await this.database.inTransaction(scopeOf(request), async (tx) => {
      const found = await readProposal(tx, id);
      if (found !== null)
        await recordRead(tx, { entity: 'core.fine_proposal', entityId: id, purpose: 'Wfpp 37' });
      return found;
    });
    if (proposal === null) throw notFound();
    return reasoned(proposal);
  }
}
