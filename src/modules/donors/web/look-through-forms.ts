import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { type FormAnswer } from '../../../platform/http/form-answer';
import { faultsIn, formErrors, type Typed } from '../../../platform/http/form-faults';
import { newFormKey, onceForForm } from '../../../platform/http/form-once';
import { Pages } from '../../../platform/http/pages';
import { notFound, problem, type ProblemPart } from '../../../platform/http/problem';
import { check } from '../../../platform/http/validation';
import { readAmount, readDay } from '../../../platform/rendering/form-input';
import { type FormError } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { recordRead } from '../../audit/public';
import { RecordLookThrough } from '../application/donor-verbs';
import { type DonorRecord, readDonor } from '../application/read-donor';
import { LookThroughBody } from './donor.bodies';
import { fault, futureDays } from './donor-form-input';
import { lookThroughOf } from './donor-input';

const ROWS_AT_FIRST = 3;
const ROWS_MORE = 5;
const MOST_ROWS = 200;
const PARTS = ['Name', 'Address', 'Residence', 'Amount'] as const;

interface Shown {
  readonly typed: Typed;
  readonly rows: number;
  readonly errors: readonly FormError[];
  readonly once: string;
}

function numbers(rows: number): readonly string[] {
  return Array.from({ length: rows }, (_, index) => String(index + 1));
}

function fieldsOf(rows: number): readonly string[] {
  const givers = numbers(rows).flatMap((giver) => PARTS.map((part) => `giver${giver}${part}`));
  return ['year', 'receivedOn', ...givers, 'nobody'];
}

function rowsIn(request: WebRequest): number {
  const sent = formText(request.body, 'rows');
  return /^\d{1,3}$/.test(sent) ? Math.min(Math.max(Number(sent), 1), MOST_ROWS) : ROWS_AT_FIRST;
}

function givenIn(typed: Typed, rows: number): readonly string[] {
  return numbers(rows).filter((giver) =>
    PARTS.some((part) => (typed[`giver${giver}${part}`] ?? '') !== ''),
  );
}

function giverBody(typed: Typed, giver: string, language: Words['language']): object {
  const text = (part: string): string => typed[`giver${giver}${part}`] ?? '';
  const amount = text('Amount');
  const entries: readonly (readonly [string, unknown])[] = [
    ['name', text('Name')],
    ['address', text('Address')],
    ['residence', text('Residence')],
    ['amount', readAmount(amount, language) ?? amount],
  ];
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}

function overviewBody(typed: Typed, given: readonly string[]): object {
  const { year = '', receivedOn = '', language } = typed;
  return {
    ...(year === '' ? {} : { year: /^\d{4}$/.test(year) ? Number(year) : year }),
    ...(receivedOn === '' ? {} : { receivedOn: readDay(receivedOn) ?? receivedOn }),
    givers: given.map((giver) => giverBody(typed, giver, language === 'en' ? 'en' : 'nl')),
  };
}

/** Either givers, or the statement that there were none. */
function givers(typed: Typed, given: readonly string[]): readonly ProblemPart[] {
  const nobody = typed['nobody'] === 'yes';
  if (given.length === 0 && !nobody) return [fault('/nobody', 'givers.none')];
  return given.length > 0 && nobody ? [fault('/nobody', 'givers.contradiction')] : [];
}

/** The overview of its own givers that a foundation or association sent (art. 21a). */
@Injectable()
export class LookThroughForms {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly recording: RecordLookThrough,
  ) {}

  async empty(request: WebRequest, id: string): Promise<string> {
    const { donor, year } = await this.donor(request, id);
    const shown = { typed: { year }, rows: ROWS_AT_FIRST, errors: [], once: newFormKey() };
    return this.page(request, donor, shown);
  }

  async take(request: WebRequest, id: string): Promise<FormAnswer> {
    const { donor } = await this.donor(request, id);
    const rows = rowsIn(request);
    const names = fieldsOf(rows);
    const typed = Object.fromEntries(
      names.map((name) => [name, formText(request.body, name).trim()]),
    );
    const key = formText(request.body, 'once');
    if (formText(request.body, 'do') === 'more') {
      const shown = { typed, rows: Math.min(rows + ROWS_MORE, MOST_ROWS), errors: [], once: key };
      return { status: 200, html: this.page(request, donor, shown) };
    }
    try {
      const overview = { ...typed, language: request.actor.language };
      const work = (tx: Transaction): Promise<string> => this.record(tx, id, overview, rows);
      return { next: await onceForForm(this.database, request, work) };
    } catch (error) {
      const given = givenIn(typed, rows);
      const fieldOf = (location: string): string => {
        const [, first = '', second = '', third = ''] = location.split('/');
        const part = third.slice(0, 1).toUpperCase() + third.slice(1);
        return first === 'givers' ? `giver${given[Number(second)] ?? ''}${part}` : first;
      };
      const words = this.pages.words(request);
      const errors = formErrors(faultsIn(error), names, { typed, words, fieldOf });
      const once = errors.some(({ field }) => field === '') ? newFormKey() : key;
      return { status: 400, html: this.page(request, donor, { typed, rows, errors, once }) };
    }
  }

  private async record(tx: Transaction, id: string, typed: Typed, rows: number): Promise<string> {
    const given = givenIn(typed, rows);
    const read = check(LookThroughBody, overviewBody(typed, given));
    const faults = [
      ...read.errors,
      ...futureDays(typed, ['receivedOn'], tx.today),
      ...givers(typed, given),
    ];
    if (faults.length > 0 || read.value === null)
      throw problem(400, 'input.invalid', 'The form has faults.', faults);
    if (!(await this.recording.run(tx, id, lookThroughOf(read.value)))) throw notFound();
    return `/gevers/${id}?opgeslagen=ja`;
  }

  /** @throws Problem 404, also for a donor that is no foundation or association. */
  private donor(
    request: WebRequest,
    id: string,
  ): Promise<{ readonly donor: DonorRecord; readonly year: string }> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const donor = await readDonor(tx, tenantOf(tx), id);
      if (donor === null || !['foundation', 'association'].includes(donor.kind)) throw notFound();
      await recordRead(tx, { entity: 'core.donor', entityId: id, purpose: 'Wfpp 21a' });
      return { donor, year: tx.today.slice(0, 4) };
    });
  }

  private page(request: WebRequest, donor: DonorRecord, shown: Shown): string {
    const base = `/gevers/${donor.id}`;
    return this.pages.html(request, 'pages/donors/look-through.njk', {
      donor: donor.name ?? '',
      action: `${base}/doorkijk`,
      back: base,
      once: shown.once,
      rows: String(shown.rows),
      givers: numbers(shown.rows),
      values: shown.typed,
      nobody: shown.typed['nobody'] === 'yes',
      errors: shown.errors,
    });
  }
}
