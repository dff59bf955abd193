import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { formList, formText } from '../../../platform/http/body';
import { Pages } from '../../../platform/http/pages';
import { IdPipe } from '../../../platform/http/validation';
import { type FormError } from '../../../platform/rendering/page-parts';
import { identityScope } from '../application/scope';
import { IssueToken, RevokeToken } from '../application/tokens';
import { AccountPage, TOKEN_DAYS } from './account-page';

const LONGEST_NAME = 200;

/** Making and revoking the tokens with which a program works in one's name. */
@ApiExcludeController()
@Controller('account/tokens')
export class TokenController {
  constructor(
    private readonly page: AccountPage,
    private readonly pages: Pages,
    private readonly issueToken: IssueToken,
    private readonly revokeToken: RevokeToken,
  ) {}

  @Post()
  async make(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    const possible = this.page.scopes(request);
    const name = formText(request.body, 'name').trim();
    const scopes = formList(request.body, 'scopes').filter((scope) => possible.includes(scope));
    const errors = this.faults(request, name, scopes);
    if (errors.length > 0) {
      await this.page.show(request, response, { status: 422, errors, made: null });
      return;
    }
    const days = TOKEN_DAYS.find((choice) => choice === formText(request.body, 'days')) ?? '90';
    const assignmentId = new IdPipe().transform(await this.page.currentAssignment(request));
    const command = { assignmentId, name, scopes, days: Number(days) };
    const made = await this.issueToken.run(command, identityScope(scopeOf(request)));
    await this.page.show(request, response, { status: 201, errors: [], made });
  }

  @Post(':id/intrekken')
  async revoke(
    @Param('id', IdPipe) id: string,
    @Req() request: WebRequest,
    @Res() response: Response,
  ): Promise<void> {
    await this.revokeToken.run(request.actor.userId, id, identityScope(scopeOf(request)));
    response.redirect(303, '/account');
  }

  private faults(
    request: WebRequest,
    name: string,
    scopes: readonly string[],
  ): readonly FormError[] {
    const fault = (field: string, key: string): FormError => ({
      field,
      message: this.pages.t(request, key),
    });
    const nameFits = name !== '' && name.length <= LONGEST_NAME;
    return [
      ...(nameFits ? [] : [fault('name', 'identity.token.nameMissing')]),
      ...(scopes.length > 0 ? [] : [fault('scope-1', 'identity.token.scopeMissing')]),
    ];
  }
}
