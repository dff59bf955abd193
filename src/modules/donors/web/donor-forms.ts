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
import { type FormError } from '../../../platform/rendering/page-parts';
import { recordRead } from '../../audit/public';
import { RecordDeclaration, RegisterDonor, ReviseDonor } from '../application/donor-verbs';
import { type DonorRecord, readDonor } from '../application/read-donor';
import { DeclarationBody, RegisterDonorBody, ReviseDonorBody } from './donor.bodies';
import {
  declarationBody,
  declares,
  DONOR_FIELDS,
  donorFieldOf,
  fault,
  futureDays,
  particularsBody,
  typedDonor,
} from './donor-form-input';
import {
  declarationPage,
  type DonorForm,
  donorFormPage,
  EMPTY_DONOR,
  typedDeclaration,
  typedParticulars,
} from './donor-form-page';
import { declarationOf, particularsOf } from './donor-input';

const DAYS = ['dateOfBirth', 'declaredOn'];

interface Shown {
  readonly typed: Typed;
  readonly errors: readonly FormError[];
  readonly once: string;
}

function refuse(faults: readonly ProblemPart[]): void {
  if (faults.length > 0) throw problem(400, 'input.invalid', 'The form has faults.', faults);
}

/** A form without a name would give a donor that nobody finds again; only a stranger has none. */
function nameFaults(typed: Typed, kind: string): readonly ProblemPart[] {
  return kind !== 'anonymous' && typed['name'] === '' ? [fault('/name', 'text.length')] : [];
}

/** The forms about a donor: entering, new particulars, a declaration. */
@Injectable()
export class DonorForms {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly registering: RegisterDonor,
    private readonly revising: ReviseDonor,
    private readonly declaring: RecordDeclaration,
  ) {}

  empty(request: WebRequest): string {
    return this.newPage(request, { typed: EMPTY_DONOR, errors: [], once: newFormKey() });
  }

  register(request: WebRequest): Promise<FormAnswer> {
    return this.take(
      request,
      async (tx, typed) => `/gevers/${await this.entered(tx, typed)}?opgeslagen=ja`,
      (shown) => Promise.resolve(this.newPage(request, shown)),
    );
  }

  async toRevise(request: WebRequest, id: string): Promise<string> {
    const donor = await this.donor(request, id);
    const shown = { typed: typedParticulars(donor), errors: [], once: newFormKey() };
    return this.revisePage(request, donor, shown);
  }

  async revise(request: WebRequest, id: string): Promise<FormAnswer> {
    const donor = await this.donor(request, id);
    return this.take(
      request,
      async (tx, typed) => {
        const reason = typed['reason'] === '' ? {} : { reason: typed['reason'] };
        const read = check(ReviseDonorBody, { ...particularsBody(typed), ...reason });
        refuse([...read.errors, ...nameFaults(typed, donor.kind)]);
        if (read.value === null) throw notFound();
        const { value } = read;
        if (!(await this.revising.run(tx, id, particularsOf(value), value.reason)))
          throw notFound();
        return `/gevers/${id}?opgeslagen=ja`;
      },
      (shown) => Promise.resolve(this.revisePage(request, donor, shown)),
    );
  }

  async toDeclare(request: WebRequest, id: string): Promise<string> {
    const donor = await this.donor(request, id);
    const shown = { typed: typedDeclaration(donor), errors: [], once: newFormKey() };
    return this.declarePage(request, donor, shown);
  }

  async declare(request: WebRequest, id: string): Promise<FormAnswer> {
    const donor = await this.donor(request, id);
    return this.take(
      request,
      async (tx, typed) => {
        const read = check(DeclarationBody, declarationBody(typed));
        const inDeclaration = read.errors.map((one) => ({
          ...one,
          location: `/declaration${one.location}`,
        }));
        refuse([...inDeclaration, ...futureDays(typed, DAYS, tx.today)]);
        if (read.value === null) throw notFound();
        if (!(await this.declaring.run(tx, id, declarationOf(read.value)))) throw notFound();
        return `/gevers/${id}?opgeslagen=ja`;
      },
      (shown) => Promise.resolve(this.declarePage(request, donor, shown)),
    );
  }

  private async entered(tx: Transaction, typed: Typed): Promise<string> {
    const { kind = '' } = typed;
    const { country, ...particulars } = particularsBody(typed);
    const read = check(RegisterDonorBody, {
      ...particulars,
      // Of someone unknown the country of the form says nothing.
      ...(kind === 'anonymous' || country === undefined ? {} : { country }),
      ...(kind === '' ? {} : { kind }),
      ...(declares(typed) ? { declaration: declarationBody(typed) } : {}),
    });
    refuse([...read.errors, ...nameFaults(typed, kind), ...futureDays(typed, DAYS, tx.today)]);
    if (read.value === null) throw notFound();
    const { value } = read;
    return this.registering.run(tx, {
      kind: value.kind,
      particulars: particularsOf(value),
      declaration: value.declaration === undefined ? null : declarationOf(value.declaration),
    });
  }

  private async take(
    request: WebRequest,
    work: (tx: Transaction, typed: Typed) => Promise<string>,
    show: (shown: Shown) => Promise<string>,
  ): Promise<FormAnswer> {
    const typed = typedDonor(request.body);
    try {
      return { next: await onceForForm(this.database, request, (tx) => work(tx, typed)) };
    } catch (error) {
      const wording = { typed, words: this.pages.words(request), fieldOf: donorFieldOf(typed) };
      const errors = formErrors(faultsIn(error), DONOR_FIELDS, wording);
      const sentBefore = errors.some(({ field }) => field === '');
      const once = sentBefore ? newFormKey() : formText(request.body, 'once');
      return { status: 400, html: await show({ typed, errors, once }) };
    }
  }

  /** @throws Problem 404 for a donor that is not there or of another party. */
  private donor(request: WebRequest, id: string): Promise<DonorRecord> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const donor = await readDonor(tx, tenantOf(tx), id);
      if (donor === null) throw notFound();
      await recordRead(tx, { entity: 'core.donor', entityId: id, purpose: 'Wfpp 21' });
      return donor;
    });
  }

  private newPage(request: WebRequest, shown: Shown): string {
    const form: DonorForm = { action: '/gevers', back: '/gevers', ...shown };
    const data = donorFormPage(form, null, this.pages.words(request));
    return this.pages.html(request, 'pages/donors/new.njk', data);
  }

  private revisePage(request: WebRequest, donor: DonorRecord, shown: Shown): string {
    const base = `/gevers/${donor.id}`;
    const form: DonorForm = { action: `${base}/wijzigen`, back: base, ...shown };
    const data = donorFormPage(form, donor, this.pages.words(request));
    return this.pages.html(request, 'pages/donors/new.njk', data);
  }

  private declarePage(request: WebRequest, donor: DonorRecord, shown: Shown): string {
    const base = `/gevers/${donor.id}`;
    const form: DonorForm = { action: `${base}/verklaring`, back: base, ...shown };
    const data = declarationPage(form, donor, this.pages.words(request));
    return this.pages.html(request, 'pages/donors/declaration.njk', data);
  }
}
