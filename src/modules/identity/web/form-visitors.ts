import { Injectable } from '@nestjs/common';
import { type Response } from 'express';
import { type WebRequest } from '../../../platform/http/actor';
import { randomToken, Vault } from '../application/secrets';
import { Cookies } from './cookies';

/** Gives a visitor without a session the token that the form for signing in must send back. */
@Injectable()
export class FormVisitors {
  constructor(
    private readonly cookies: Cookies,
    private readonly vault: Vault,
  ) {}

  welcome(request: WebRequest, response: Response): void {
    if (request.csrfToken !== '') return;
    const visitor = randomToken();
    this.cookies.keepVisitor(response, visitor);
    request.csrfToken = this.vault.formToken(visitor);
  }
}
