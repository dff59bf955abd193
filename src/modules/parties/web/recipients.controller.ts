import { Controller, Get, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Database } from '../../../platform/database/database';
import { tenantOf } from '../../../platform/database/tenant-of';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { readGroup } from '../application/read-group';
import { RecipientsAnswer } from './recipient.answers';

@ApiTags('recipients')
@Controller('v1/recipients')
export class RecipientsController {
  constructor(private readonly database: Database) {}

  @Get()
  @ApiOperation({
    operationId: 'listRecipients',
    summary:
      'Your party, its affiliates, branches and candidates, with the dates they belong to it',
  })
  @ApiOkResponse({ type: RecipientsAnswer })
  async list(@Req() request: WebRequest): Promise<RecipientsAnswer> {
    const group = await this.database.inTransaction(scopeOf(request), (tx) =>
      readGroup(tx, tenantOf(tx)),
    );
    return { organisation: group.name, statuses: group.statuses, items: group.members };
  }
}
