import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { tenantOf } from '../../../platform/database/tenant-of';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { TextField } from '../../../platform/http/fields';
import { createOnce, Idempotent } from '../../../platform/http/idempotency';
import { decodeCursor, KeysetQuery, keysetPage, pageSizeOf } from '../../../platform/http/keyset';
import { notFound } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { isId } from '../../../platform/ids/id';
import { recordRead } from '../../audit/public';
import {
  RecordDeclaration,
  RecordLookThrough,
  RegisterDonor,
  ReviseDonor,
} from '../application/donor-verbs';
import { listDonors, readDonor } from '../application/read-donor';
import {
  DeclarationBody,
  LookThroughBody,
  RegisterDonorBody,
  ReviseDonorBody,
} from './donor.bodies';
import { declarationOf, lookThroughOf, particularsOf } from './donor-input';
import { DonorAnswer, DonorsAnswer, MadeAnswer } from './donor.answers';

export class DonorsQuery extends KeysetQuery {
  @TextField({ example: 'Voorbeeld', max: 100, min: 0, optional: true })
  readonly search?: string;
}

@ApiTags('donors')
@Controller('v1/donors')
export class DonorsController {
  constructor(
    private readonly database: Database,
    private readonly register: RegisterDonor,
    private readonly revise: ReviseDonor,
    private readonly declare: RecordDeclaration,
    private readonly lookThrough: RecordLookThrough,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listDonors', summary: 'The donors in your records' })
  @ApiOkResponse({ type: DonorsAnswer })
  async list(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Query() query: DonorsQuery,
  ): Promise<DonorsAnswer> {
    const size = pageSizeOf(query);
    const [name, id] =
      query.cursor === undefined
        ? []
        : decodeCursor(query.cursor, [
            (part) => typeof part === 'string',
            (part) => typeof part === 'string' && isId(part),
          ]);
    const after =
      name === undefined || id === undefined ? null : { name: String(name), id: String(id) };
    const rows = await this.database.inTransaction(scopeOf(request), async (tx) => {
      const tenantId = tenantOf(tx);
      await recordRead(tx, { entity: 'core.donor', entityId: tenantId, purpose: 'Wfpp 21' });
      return listDonors(tx, tenantId, { text: query.search ?? '', after, limit: size + 1 });
    });
    return keysetPage(request, response, rows, size, (row) => [row.name ?? '', row.id]);
  }

  @Get(':id')
  @ApiOperation({ operationId: 'readDonor', summary: 'One donor' })
  @ApiOkResponse({ type: DonorAnswer })
  async read(@Req() request: WebRequest, @Param('id', IdPipe) id: string): Promise<DonorAnswer> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const donor = await readDonor(tx, tenantOf(tx), id);
      if (donor === null) throw notFound();
      await recordRead(tx, { entity: 'core.donor', entityId: id, purpose: 'Wfpp 21' });
      return donor;
    });
  }

  @Post()
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({ operationId: 'registerDonor', summary: 'Enter a donor (art. 21)' })
  @ApiCreatedResponse({ type: MadeAnswer })
  async create(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Body() body: RegisterDonorBody,
  ): Promise<MadeAnswer> {
    return createOnce(this.database, request, response, async (tx) => ({
      id: await this.register.run(tx, {
        kind: body.kind,
        particulars: particularsOf(body),
        declaration: body.declaration === undefined ? null : declarationOf(body.declaration),
      }),
    }));
  }

  @Post(':id/particulars')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({ operationId: 'reviseDonor', summary: 'New particulars; the old stay readable' })
  @ApiCreatedResponse({ type: MadeAnswer })
  async createParticulars(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) id: string,
    @Body() body: ReviseDonorBody,
  ): Promise<MadeAnswer> {
    return createOnce(this.database, request, response, async (tx) =>
      found(id, await this.revise.run(tx, id, particularsOf(body), body.reason)),
    );
  }

  @Post(':id/declarations')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({ operationId: 'declareEligibility', summary: 'A declaration of eligibility' })
  @ApiCreatedResponse({ type: MadeAnswer })
  async createDeclaration(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) id: string,
    @Body() body: DeclarationBody,
  ): Promise<MadeAnswer> {
    return createOnce(this.database, request, response, async (tx) =>
      found(id, await this.declare.run(tx, id, declarationOf(body))),
    );
  }

  @Post(':id/look-through-overviews')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({ operationId: 'recordLookThrough', summary: 'The overview of art. 21a' })
  @ApiCreatedResponse({ type: MadeAnswer })
  async createLookThrough(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) id: string,
    @Body() body: LookThroughBody,
  ): Promise<MadeAnswer> {
    return createOnce(this.database, request, response, async (tx) =>
      found(id, await this.lookThrough.run(tx, id, lookThroughOf(body))),
    );
  }
}

function found(id: string, there: boolean): MadeAnswer {
  if (!there) throw notFound();
  return { id };
}
