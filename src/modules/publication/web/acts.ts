import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { type Transaction } from '../../../platform/database/transaction';
import { type WebRequest } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { type FormAnswer } from '../../../platform/http/form-answer';
import { faultsIn, formErrors, type Typed } from '../../../platform/http/form-faults';
import { onceForForm } from '../../../platform/http/form-once';
import { Pages } from '../../../platform/http/pages';
import { Problem, problem } from '../../../platform/http/problem';
import { type FormError } from '../../../platform/rendering/page-parts';

/** A form with what was typed and what was wrong. */
export interface SentForm {
  readonly typed: Typed;
  readonly errors: readonly FormError[];
}

export const EMPTY_FORM: SentForm = { typed: {}, errors: [] };

export interface Act {
  /** The fields of the form, in their order on the page. */
  readonly fields: readonly string[];
  /** Does it, and gives the path to go to. */
  readonly work: (tx: Transaction, typed: Typed) => Promise<string>;
  /** The page with the form again. */
  readonly again: (form: SentForm) => Promise<string>;
}

/** @throws Problem 400 for a field that was left empty. */
export function wanted(typed: Typed, field: string): string {
  const text = typed[field] ?? '';
  if (text !== '') return text;
  const part = { in: 'body', location: `/${field}`, code: 'text.absent' } as const;
  throw problem(400, 'input.invalid', `${field} is empty.`, [
    { ...part, detail: `Fill in ${field}.` },
  ]);
}

/** Takes a form once; a refusal comes back as the page with its message. */
@Injectable()
export class Acts {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
  ) {}

  async take(request: WebRequest, { fields, work, again }: Act): Promise<FormAnswer> {
    const typed = Object.fromEntries(
      fields.map((name) => [name, formText(request.body, name).trim()]),
    );
    try {
      const next = await onceForForm(this.database, request, (tx) => work(tx, typed));
      return { next };
    } catch (error) {
      const errors = this.errorsOf(request, error, { fields, typed });
      return { status: 400, html: await again({ typed, errors }) };
    }
  }

  private errorsOf(
    request: WebRequest,
    error: unknown,
    { fields, typed }: { readonly fields: readonly string[]; readonly typed: Typed },
  ): readonly FormError[] {
    const words = this.pages.words(request);
    if (error instanceof Problem && error.status === 409) {
      const key = `publication.refusal.${error.code}`;
      if (words.texts.has(key)) return [{ field: '', message: words.t(key) }];
    }
    return formErrors(faultsIn(error), fields, { typed, words });
  }
}
