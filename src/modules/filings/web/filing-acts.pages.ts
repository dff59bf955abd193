import { Controller, Param, Post, Req, Res, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { type WebRequest } from '../../../platform/http/actor';
import { fileName } from '../../../platform/files/public';
import { formText } from '../../../platform/http/body';
import { sendAnswer } from '../../../platform/http/form-answer';
import { problem } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { isId } from '../../../platform/ids/id';
import { AttachDocument, RemoveDocument } from '../application/attach-document';
import { CorrectFiling, DraftFiling, StateNone } from '../application/draft-filing';
import { LARGEST_DOCUMENT } from '../application/document-type';
import { FileFiling } from '../application/file-filing';
import { FileNil } from '../application/file-nil';
import { SignFiling } from '../application/sign-filing';
import { DOCUMENT_PARTS } from './filing.bodies';
import { draftOn, FilingForms } from './filing-forms';

/** A file in memory, as the upload gives it. */
interface UploadedDocument {
  readonly buffer: Buffer;
  readonly originalname: string;
}

// Some room above the largest document, so that one that is too large gets its own message.
const UPLOAD = FileInterceptor('bestand', {
  limits: { fileSize: LARGEST_DOCUMENT + 100_000, files: 1, fields: 50, fieldSize: 5000 },
});

/** Drawing up, stating, signing and filing: what the treasurer, the board and the accountant do. */
@ApiExcludeController()
@Controller('overzichten/:id')
export class FilingActs {
  constructor(
    private readonly forms: FilingForms,
    private readonly drafting: DraftFiling,
    private readonly signing: SignFiling,
    private readonly filing: FileFiling,
    private readonly nil: FileNil,
  ) {}

  @Post('opstellen')
  async draw(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    const answer = await this.forms.act(request, id, 'drawn', async (tx, { expected }) => {
      const { changed } = await this.drafting.run(tx, expected.key);
      return changed ? '' : 'unchanged';
    });
    sendAnswer(response, answer);
  }

  @Post('ondertekenen')
  async sign(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    const sha256 = formText(request.body, 'sha256');
    const signerName = request.actor.name;
    const answer = await this.forms.act(request, id, 'signed', async (tx, desk) => {
      await this.signing.run(tx, { filingId: draftOn(desk).id, sha256, signerName });
      return '';
    });
    sendAnswer(response, answer);
  }

  @Post('indienen')
  async file(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    const sha256 = formText(request.body, 'sha256');
    const incomplete = formText(request.body, 'incomplete') === 'yes';
    const answer = await this.forms.act(request, id, 'filed', async (tx, desk) => {
      const filed = await this.filing.run(tx, {
        filingId: draftOn(desk).id,
        sha256,
        incomplete,
      });
      return filed.missing.length > 0 ? 'filedIncomplete' : '';
    });
    sendAnswer(response, answer);
  }

  @Post('nihil')
  async fileNil(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    const answer = await this.forms.act(request, id, 'nil', async (tx, { expected }) => {
      await this.nil.run(tx, expected.key);
      return '';
    });
    sendAnswer(response, answer);
  }
}

/** What goes into a draft beside the ledger, and the start of a correction. */
@ApiExcludeController()
@Controller('overzichten/:id')
export class FilingDraftActs {
  constructor(
    private readonly forms: FilingForms,
    private readonly stating: StateNone,
    private readonly attaching: AttachDocument,
    private readonly removing: RemoveDocument,
    private readonly correcting: CorrectFiling,
  ) {}

  @Post('verklaringen')
  async state(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    const yes = (name: string): boolean => formText(request.body, name) === 'yes';
    const stated = {
      noGifts: yes('noGifts'),
      noGiftsInKind: yes('noGiftsInKind'),
      noDebts: yes('noDebts'),
    };
    const answer = await this.forms.act(request, id, 'stated', async (tx, desk) => {
      await this.stating.run(tx, draftOn(desk).id, stated);
      return '';
    });
    sendAnswer(response, answer);
  }

  @Post('stukken')
  @UseInterceptors(UPLOAD)
  async attach(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @UploadedFile() file?: UploadedDocument,
  ): Promise<void> {
    const answer = await this.forms.upload(request, id, async (tx, desk) => {
      const part = DOCUMENT_PARTS.find((one) => one === textIn(request.body, 'part'));
      if (part === undefined) throw problem(400, 'document.part', 'Say what document it is.');
      const recipientId = textIn(request.body, 'recipientId');
      await this.attaching.run(tx, {
        filingId: draftOn(desk).id,
        part,
        recipientId: isId(recipientId) ? recipientId : null,
        name: fileName(file?.originalname ?? ''),
        bytes: file?.buffer ?? Buffer.alloc(0),
        covers: part === 'auditor_statement' ? coversIn(request.body) : [],
      });
      return '';
    });
    sendAnswer(response, answer);
  }

  @Post('stukken/:documentId/weghalen')
  async remove(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Param('documentId', IdPipe) documentId: string,
  ): Promise<void> {
    const answer = await this.forms.act(request, id, 'removed', async (tx, desk) => {
      await this.removing.run(tx, draftOn(desk).id, documentId);
      return '';
    });
    sendAnswer(response, answer);
  }

  @Post('verbeteren')
  async correct(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    const reason = formText(request.body, 'reason').trim().slice(0, 500);
    const answer = await this.forms.act(request, id, 'corrected', async (tx, desk) => {
      if (reason === '') throw problem(400, 'reason.missing', 'Say why you correct it.');
      await this.correcting.run(tx, draftOn(desk).id, reason);
      return '';
    });
    sendAnswer(response, answer);
  }
}

function fieldsOf(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null ? { ...body } : {};
}

function textIn(body: unknown, name: string): string {
  const value = fieldsOf(body)[name];
  return typeof value === 'string' ? value : '';
}

/** The documents that were ticked: their SHA-256 is in the name of the field. */
function coversIn(body: unknown): readonly string[] {
  return Object.keys(fieldsOf(body)).flatMap(
    (name) => /^covers_([0-9a-f]{64})$/.exec(name)?.[1] ?? [],
  );
}
