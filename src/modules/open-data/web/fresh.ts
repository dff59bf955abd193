import { type Response } from 'express';
import { sha256Hex } from '../../../platform/json/canonical';
import { type WebRequest } from '../../../platform/http/actor';
import { API_VERSION } from '../../../platform/http/version';

/** Within a minute of an emergency stop nobody is shown an old copy. */
const KEPT = 'public, max-age=30, must-revalidate';

/** Says that anybody may keep and use this answer. */
export function setPublic(response: Response): void {
  response.setHeader('Cache-Control', KEPT);
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Access-Control-Expose-Headers', 'ETag, Link, Content-Disposition');
}

/** A strong tag of the answer to this address, as long as the register is as the stamp says. */
export function tagOf(request: WebRequest, stamp: string): string {
  const { language } = request.actor;
  return `"${sha256Hex(`${API_VERSION} ${stamp} ${language} ${request.originalUrl}`).slice(0, 32)}"`;
}

/**
 * Answers 304 when the reader has this answer already, without asking the database; otherwise what
 * `make` gives. A refusal is not kept.
 */
export async function answerFresh<T>(
  request: WebRequest,
  response: Response,
  stamp: string,
  make: () => Promise<T>,
): Promise<T | undefined> {
  response.setHeader('ETag', tagOf(request, stamp));
  if (request.fresh) {
    setPublic(response);
    response.status(304);
    return undefined;
  }
  try {
    const answer = await make();
    setPublic(response);
    return answer;
  } catch (error) {
    response.removeHeader('ETag');
    throw error;
  }
}
