import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type NextFunction, type Request, type Response } from 'express';
import { CONFIG, type Config } from '../config/config';
import { type WebRequest } from '../http/actor';
import { notFound } from '../http/problem';
import { isLanguage } from './language';

const COOKIE = 'taal';
const ONE_YEAR = 365 * 24 * 60 * 60 * 1000;

/** A path of this site; anything that could lead elsewhere becomes the first page. */
export function pathWithin(path: string | undefined): string {
  return path !== undefined && /^\/(?![/\\])[^\s\\]*$/.test(path) ? path : '/';
}

/** Lets the language that a visitor chose go before the one of the account. */
export function chosenLanguage(plain: Request, _response: Response, next: NextFunction): void {
  const request = plain as WebRequest;
  const cookies = request.cookies as Readonly<Record<string, unknown>> | undefined;
  const language = cookies?.[COOKIE];
  if (typeof language === 'string' && isLanguage(language)) {
    request.actor = { ...request.actor, language };
  }
  next();
}

/** The links "Nederlands" and "English": remembers the choice and goes back to the page. */
@ApiExcludeController()
@Controller()
export class LanguageChoiceController {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Get('/taal/:language')
  choose(
    @Param('language') language: string,
    @Query('terug') back: string | undefined,
    @Res() response: Response,
  ): void {
    if (!isLanguage(language)) throw notFound();
    response.cookie(COOKIE, language, {
      httpOnly: true,
      maxAge: ONE_YEAR,
      path: '/',
      sameSite: 'lax',
      secure: this.config.publicUrl.startsWith('https:'),
    });
    response.redirect(303, pathWithin(back));
  }
}
