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
import { notFound, problem } from '../../../platform/http/problem';
import { check } from '../../../platform/http/validation';
import { readDay } from '../../../platform/rendering/form-input';
import { type FormError } from '../../../platform/rendering/page-parts';
import { recordRead } from '../../audit/public';
import { readDonorNames } from '../../donors/public';
import {
  type InternalReport,
  readInternalReport,
  RecordInternalReport,
  reportFaults,
} from '../application/record-internal-report';
import { InternalReportBody } from './internal-report.bodies';
import { reportFormPage } from './internal-report-page';

export const REPORT_FIELDS = ['reportedOn', 'reportEvidence'] as const;

interface Shown {
  readonly typed: Typed;
  readonly errors: readonly FormError[];
  readonly once: string;
}

interface Opened {
  readonly report: InternalReport;
  readonly donor: string | null;
}

function bodyOf(typed: Typed, contributionId: string): object {
  const { reportedOn = '', reportEvidence = '' } = typed;
  return {
    contributionId,
    ...(reportedOn === '' ? {} : { reportedOn: readDay(reportedOn) ?? reportedOn }),
    ...(reportEvidence === '' ? {} : { evidence: reportEvidence }),
  };
}

function fieldOf(location: string): string {
  return location === '/evidence' ? 'reportEvidence' : location.replace(/^\//, '');
}

/** The form in which the treasurer keeps when the party was told of a contribution. */
@Injectable()
export class InternalReportForms {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly recording: RecordInternalReport,
  ) {}

  async empty(request: WebRequest, id: string): Promise<string> {
    const opened = await this.open(request, id);
    return this.page(request, opened, { typed: {}, errors: [], once: newFormKey() });
  }

  async record(request: WebRequest, id: string): Promise<FormAnswer> {
    const opened = await this.open(request, id);
    const typed = Object.fromEntries(
      REPORT_FIELDS.map((name) => [name, formText(request.body, name).trim()]),
    );
    try {
      const next = await onceForForm(this.database, request, async (tx) => {
        const read = check(InternalReportBody, bodyOf(typed, id));
        if (read.value === null) {
          const day = readDay(typed['reportedOn'] ?? '');
          const faults = day === undefined ? [] : reportFaults(day, opened.report, true, tx.today);
          const all = [...read.errors, ...faults];
          throw problem(400, 'input.invalid', 'The form has faults.', all);
        }
        await this.recording.run(tx, read.value);
        return '/interne-meldingen?opgeslagen=ja';
      });
      return { next };
    } catch (error) {
      const values = { receivedOn: this.pages.words(request).day(opened.report.receivedOn) };
      const wording = { typed, words: this.pages.words(request), fieldOf, values };
      const errors = formErrors(faultsIn(error), REPORT_FIELDS, wording);
      const sentBefore = errors.some(({ field }) => field === '');
      const once = sentBefore ? newFormKey() : formText(request.body, 'once');
      return { status: 400, html: this.page(request, opened, { typed, errors, once }) };
    }
  }

  /** @throws Problem 404 for a contribution that is not there or that nobody has to report. */
  private open(request: WebRequest, id: string): Promise<Opened> {
    return this.database.inTransaction(scopeOf(request), async (tx: Transaction) => {
      const report = await readInternalReport(tx, id);
      if (report === null) throw notFound();
      await recordRead(tx, { entity: 'core.contribution', entityId: id, purpose: 'Wfpp 29b' });
      const names = await readDonorNames(tx, tenantOf(tx), [report.donorId]);
      return { report, donor: names.get(report.donorId)?.name ?? null };
    });
  }

  private page(request: WebRequest, { report, donor }: Opened, shown: Shown): string {
    const data = reportFormPage(report, donor, this.pages.words(request));
    return this.pages.html(request, 'pages/expectations/report.njk', {
      ...data,
      values: shown.typed,
      errors: shown.errors,
      once: shown.once,
    });
  }
}
