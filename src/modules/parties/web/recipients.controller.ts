import { Controller, Get, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Database } from '../../../platform/database/database';
import { tenantOf } from '../../../platform/database/tenant-of';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { readGroup } from '../application/read-group';

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
  async list(@Req() request: WebRequest): Promise<object> {
    const group = await this.database.inTransaction(scopeOf(request), (tx) =>
      readGroup(tx, tenantOf(tx)),
    );
    return { organisation: group.name, statuses: group.statuses, items: group.members };
  }
}
