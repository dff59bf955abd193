import { raw, type Request, type Response } from 'express';
import { problem } from './problem';

/**
 * Reads the body of a route that takes something else than JSON (see @ApiConsumes) as it came.
 *
 * @throws Problem 413 beyond `limit` bytes, 400 for no body at all.
 */
export async function readUpload(
  request: Request,
  response: Response,
  limit: number,
): Promise<Uint8Array> {
  const read = raw({ type: () => true, limit, inflate: false });
  const error = await new Promise<unknown>((resolve) => read(request, response, resolve));
  if (typeof error === 'object' && error !== null && 'status' in error && error.status === 413) {
    throw problem(413, 'body.too_large', `The file may hold at most ${String(limit)} bytes.`);
  }
  if (error !== undefined) throw error instanceof Error ? error : new Error('unreadable body');
  const body: unknown = request.body;
  if (body instanceof Uint8Array && body.length > 0) return body;
  const detail = 'The body is empty. Send the file itself as the body.';
  throw problem(400, 'body.empty', detail, [
    { in: 'body', location: '', code: 'body.empty', detail },
  ]);
}
