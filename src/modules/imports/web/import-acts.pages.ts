import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { type Transaction } from '../../../platform/database/transaction';
import { type WebRequest } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { onceForForm } from '../../../platform/http/form-once';
import { Pages } from '../../../platform/http/pages';
import { notFound, Problem } from '../../../platform/http/problem';
import { IdPipe } from '../../../platform/http/validation';
import { isId } from '../../../platform/ids/id';
import { CancelImport, ConfirmImport, DecideImportDonor } from '../application/confirm-import';
import { ImportDesks } from './import-desk';

/** What a person does with a file that was read. */
@ApiExcludeController()
@Controller('inlezen/:id')
export class ImportActs {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly desks: ImportDesks,
    private readonly confirming: ConfirmImport,
    private readonly cancelling: CancelImport,
  ) {}

  @Post('boeken')
  async book(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    const mode = formText(request.body, 'mode');
    await this.act(request, response, id, (tx) =>
      this.confirming.run(tx, id, mode === 'good' ? 'good' : 'all'),
    );
  }

  @Post('annuleren')
  async cancel(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    await this.act(request, response, id, (tx) => this.cancelling.run(tx, id));
  }

  private async act(
    request: WebRequest,
    response: Response,
    id: string,
    work: (tx: Transaction) => Promise<void>,
  ): Promise<void> {
    try {
      const next = await onceForForm(this.database, request, async (tx) => {
        await work(tx);
        return `/inlezen/${id}`;
      });
      response.redirect(303, next);
    } catch (error) {
      const message = this.said(request, error);
      const { html } = await this.desks.html(request, id, {}, [{ field: '', message }]);
      response.status(400).type('text/html').send(html);
    }
  }

  /** @throws the error itself when it is no refusal to book. */
  private said(request: WebRequest, error: unknown): string {
    if (!(error instanceof Problem) || !error.code.startsWith('import.')) throw error;
    return this.pages.t(request, `imports.refused.${error.code.slice('import.'.length)}`);
  }
}

/** Who a donor of the file is. */
@ApiExcludeController()
@Controller('inlezen/:id/gevers')
export class ImportDonorActs {
  constructor(
    private readonly database: Database,
    private readonly deciding: DecideImportDonor,
  ) {}

  @Post(':number')
  async decide(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
    @Param('number') number: string,
  ): Promise<void> {
    if (!/^[1-9]\d{0,6}$/.test(number)) throw notFound();
    const choice = formText(request.body, 'gever');
    const next = await onceForForm(this.database, request, async (tx) => {
      if (choice === 'new') await this.deciding.run(tx, id, Number(number), null);
      else if (isId(choice)) await this.deciding.run(tx, id, Number(number), choice);
      return `/inlezen/${id}#twijfel`;
    });
    response.redirect(303, next);
  }
}
