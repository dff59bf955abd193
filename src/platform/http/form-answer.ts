import { type Response } from 'express';

/** Where to go when a form was taken, or the page to show instead. */
export type FormAnswer =
  { readonly next: string } | { readonly status: 200 | 400; readonly html: string };

export function sendAnswer(response: Response, answer: FormAnswer): void {
  if ('next' in answer) response.redirect(303, answer.next);
  else response.status(answer.status).type('text/html').send(answer.html);
}
