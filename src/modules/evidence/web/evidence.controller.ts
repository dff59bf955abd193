import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { tenantOf } from '../../../platform/database/tenant-of';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { createOnce, Idempotent } from '../../../platform/http/idempotency';
import { notFound } from '../../../platform/http/problem';
import { readUpload } from '../../../platform/http/upload';
import { IdPipe } from '../../../platform/http/validation';
import { recordRead } from '../../audit/public';
import { AttachEvidence, DiscloseEvidence, RemoveEvidence } from '../application/attach-evidence';
import { evidenceName, LARGEST_EVIDENCE } from '../application/evidence-file';
import {
  listEvidence,
  readEvidence,
  readEvidenceFile,
  readSubject,
  type StoredEvidence,
} from '../application/read-evidence';
import {
  AttachedEvidenceAnswer,
  EvidenceFileAnswer,
  EvidenceFilesAnswer,
} from './evidence.answers';
import {
  AttachEvidenceQuery,
  DiscloseEvidenceBody,
  EvidenceQuery,
  RemoveEvidenceBody,
} from './evidence.bodies';
import { sendEvidence } from './evidence-upload';

const FILE = { type: 'string', format: 'binary' } as const;

function evidenceView(file: StoredEvidence): EvidenceFileAnswer {
  return {
    id: file.id,
    subjectKind: file.subjectKind,
    subjectId: file.subjectId,
    code: file.code,
    name: file.name,
    note: file.note,
    mediaType: file.mediaType,
    sizeBytes: file.sizeBytes,
    sha256: file.sha256,
    attachedAt: file.attachedAt,
    attachedBy: file.attachedBy,
    filed: file.filed,
    shared: file.shared,
    removedAt: file.removedAt,
    removalReason: file.removalReason,
  };
}

/** Files behind gifts, donors and settlements (arts. 20 to 23a). */
@ApiTags('evidence')
@Controller('v1/evidence')
export class EvidenceController {
  constructor(
    private readonly database: Database,
    private readonly attaching: AttachEvidence,
    private readonly removing: RemoveEvidence,
    private readonly disclosing: DiscloseEvidence,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listEvidence', summary: 'The files attached to one subject' })
  @ApiOkResponse({ type: EvidenceFilesAnswer })
  async list(
    @Req() request: WebRequest,
    @Query() query: EvidenceQuery,
  ): Promise<EvidenceFilesAnswer> {
    const subject = { kind: query.subjectKind, id: query.subjectId };
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      if ((await readSubject(tx, subject)) === null) throw notFound();
      const { id: entityId } = subject;
      await recordRead(tx, { entity: 'core.evidence_attachment', entityId, purpose: 'Wfpp 20' });
      const files = await listEvidence(tx, tenantOf(tx), subject);
      return { items: files.map(evidenceView) };
    });
  }

  @Post()
  @ApiOperation({
    operationId: 'attachEvidence',
    summary: 'Attach a file; the same file at the same place twice is refused',
  })
  @ApiConsumes('application/pdf', 'image/png', 'image/jpeg', 'message/rfc822')
  @ApiBody({ schema: FILE, description: 'PDF, PNG, JPEG or a mail (.eml), at most 10 MB.' })
  @ApiCreatedResponse({ type: AttachedEvidenceAnswer })
  @ApiResponse({ status: 413, description: 'The file is over 10 MB.' })
  async create(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Query() query: AttachEvidenceQuery,
  ): Promise<AttachedEvidenceAnswer> {
    const bytes = await readUpload(request, response, LARGEST_EVIDENCE);
    // The cleaning expects the name as a multipart reader gives it.
    const name = evidenceName(Buffer.from(query.name, 'utf8').toString('latin1'));
    const { subjectKind: kind, subjectId: id, code, note = null } = query;
    return this.database.inTransaction(scopeOf(request), (tx) =>
      this.attaching.run(tx, { subject: { kind, id }, code, name, note, bytes }),
    );
  }

  @Get(':id')
  @ApiOperation({ operationId: 'readEvidence', summary: 'One attached file, without its bytes' })
  @ApiOkResponse({ type: EvidenceFileAnswer })
  async read(
    @Req() request: WebRequest,
    @Param('id', IdPipe) id: string,
  ): Promise<EvidenceFileAnswer> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const file = await readEvidence(tx, id);
      if (file === null) throw notFound();
      await recordRead(tx, {
        entity: 'core.evidence_attachment',
        entityId: id,
        purpose: 'Wfpp 20',
      });
      return evidenceView(file);
    });
  }

  @Get(':id/content')
  @ApiProduces('application/pdf', 'image/png', 'image/jpeg', 'message/rfc822')
  @ApiOperation({ operationId: 'downloadEvidence', summary: 'The file, byte for byte' })
  @ApiOkResponse({ schema: FILE })
  async content(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    const file = await this.database.inTransaction(scopeOf(request), async (tx) => {
      const found = await readEvidenceFile(tx, id);
      if (found === null) throw notFound();
      await recordRead(tx, {
        entity: 'core.evidence_attachment',
        entityId: id,
        purpose: 'Wfpp 20',
      });
      return found;
    });
    sendEvidence(response, file);
  }

  @Post(':id/removals')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({
    operationId: 'removeEvidence',
    summary: 'Take a file away, with the reason; its bytes stay for the term of retention',
  })
  @ApiCreatedResponse({ type: EvidenceFileAnswer })
  async createRemoval(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) id: string,
    @Body() body: RemoveEvidenceBody,
  ): Promise<EvidenceFileAnswer> {
    return createOnce(this.database, request, response, async (tx) => {
      await this.removing.run(tx, id, body.reason);
      const file = await readEvidence(tx, id);
      if (file === null) throw notFound();
      return evidenceView(file);
    });
  }

  @Post(':id/disclosures')
  @HttpCode(201)
  @Idempotent()
  @ApiOperation({
    operationId: 'discloseEvidence',
    summary: 'Let the overseer read a file: with what was filed, or shared as it is',
  })
  @ApiCreatedResponse({ type: EvidenceFileAnswer })
  async createDisclosure(
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
    @Param('id', IdPipe) id: string,
    @Body() body: DiscloseEvidenceBody,
  ): Promise<EvidenceFileAnswer> {
    return createOnce(this.database, request, response, async (tx) => {
      await this.disclosing.run(tx, id, body.ground);
      const file = await readEvidence(tx, id);
      if (file === null) throw notFound();
      return evidenceView(file);
    });
  }
}
