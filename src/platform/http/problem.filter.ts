import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  Injectable,
  Logger,
} from '@nestjs/common';
import { type Response } from 'express';
import { isApiPath, pathOf, type WebRequest } from './actor';
import { Pages } from './pages';
import { type Problem, problem, StepProblem } from './problem';
import { problemOf } from './problem-of';

function broken(): Problem {
  return problem(500, 'internal', 'What you asked for was not done. Try again later.');
}

/** Answers every refusal and every fault: problem+json for the API, a page for people. */
@Injectable()
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Http');

  constructor(private readonly pages: Pages) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<WebRequest>();
    const response = http.getResponse<Response>();
    const refusal = problemOf(error) ?? broken();
    if (refusal.status >= 500) this.report(error, refusal, request);
    if (response.headersSent) {
      // Half an answer is out already: breaking off is the only honest end.
      response.destroy();
      return;
    }
    response.setHeader('Cache-Control', 'no-store');
    if (isApiPath(pathOf(request))) sendProblem(refusal, request, response);
    else this.sendPage(refusal, request, response);
  }

  private sendPage(refusal: Problem, request: WebRequest, response: Response): void {
    if (refusal.status === 401) {
      const wanted = request.method === 'GET' ? request.originalUrl : request.parkedForm;
      const onward = wanted === null ? '' : `?verder=${encodeURIComponent(wanted)}`;
      response.redirect(303, `/aanmelden${onward}`);
      return;
    }
    const { 'Retry-After': later, Allow: allow } = refusal.headers;
    if (later !== undefined) response.setHeader('Retry-After', later);
    if (allow !== undefined) response.setHeader('Allow', allow);
    const html = this.pages.error(request, refusal.status);
    response.status(refusal.status).type('text/html').send(html);
  }

  /** The message and the place in our code; never the values a statement was run with. */
  private report(error: unknown, refusal: Problem, request: WebRequest): void {
    const where = `${request.method} ${pathOf(request)} ${request.requestId}`;
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (refusal.status === 503) this.log.warn(`${where} ${text.split('\n')[0] ?? ''}`);
    else this.log.error(`${where} ${text}`);
  }
}

function sendProblem(refusal: Problem, request: WebRequest, response: Response): void {
  const { type, title, status, detail, errors } = refusal;
  for (const [name, value] of Object.entries(refusal.headers)) response.setHeader(name, value);
  response.setHeader('Content-Type', 'application/problem+json; charset=utf-8');
  const instance = pathOf(request);
  const body = {
    ...{ type, title, status, detail, instance },
    ...(errors.length > 0 ? { errors } : {}),
    ...(refusal instanceof StepProblem ? { refusal: refusal.refusal } : {}),
  };
  response.status(status).send(JSON.stringify(body));
}
