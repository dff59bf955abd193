import { Injectable } from '@nestjs/common';
import { type Refused } from '../../../legal/kernel/refusal';
import { Database } from '../../../platform/database/database';
import { type Transaction } from '../../../platform/database/transaction';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { type FormAnswer } from '../../../platform/http/form-answer';
import { newFormKey, onceForForm } from '../../../platform/http/form-once';
import { Pages } from '../../../platform/http/pages';
import { notFound, problem } from '../../../platform/http/problem';
import { type FormError } from '../../../platform/rendering/page-parts';
import {
  AdoptFineSchedule,
  DraftFineSchedule,
  listFineSchedules,
  readFineSchedule,
  WithdrawFineSchedule,
} from '../application/fine-schedules';
import {
  scheduleErrors,
  scheduleFields,
  readSchedule,
  type Typed,
  typedFrom,
} from './schedule-form';
import { scheduleFormPage } from './schedule-form-page';
import { schedulePage } from './schedule-page';

const BASE = '/toezicht/boeteschemas';
const VERSION = /^[a-z0-9][a-z0-9.-]{1,49}$/;

/** What keeps a form from being taken; thrown so that nothing of it stays. */
type Kept = readonly FormError[];

/** Drafting, adopting and withdrawing a version of the fine schedule. */
@Injectable()
export class ScheduleForms {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly drafting: DraftFineSchedule,
    private readonly adopting: AdoptFineSchedule,
    private readonly withdrawing: WithdrawFineSchedule,
  ) {}

  /** The form, filled in with an existing version. */
  async empty(request: WebRequest, from: string): Promise<string> {
    const typed = await this.database.inTransaction(scopeOf(request), async (tx) => {
      const all = await listFineSchedules(tx);
      const start = all.find(({ id }) => id === from) ?? all.find((one) => one.adoptedAt !== null);
      return start === undefined ? {} : typedFrom(start.schedule, request.actor.language);
    });
    return this.formHtml(request, typed, []);
  }

  async draft(request: WebRequest): Promise<FormAnswer> {
    const typed = Object.fromEntries(
      scheduleFields().map((name) => [name, formText(request.body, name).trim()]),
    );
    const words = this.pages.words(request);
    const { schedule, fieldAt } = readSchedule(typed, request.actor.language);
    const shape: Kept =
      schedule.version === '' || VERSION.test(schedule.version)
        ? []
        : [{ field: 'version', message: words.t('schedules.fault.version_shape') }];
    return this.taking(
      request,
      async (tx, refuse) => {
        const actorName = request.actor.name;
        // A name that cannot be kept is told together with everything else.
        const asked = shape.length === 0 ? schedule : { ...schedule, version: '' };
        const answer = await this.drafting.run(tx, { schedule: asked, actorName });
        if (answer.kind === 'faulty') {
          const found = scheduleErrors(answer.faults, typed, fieldAt, words);
          return refuse([
            ...shape,
            ...found.filter(({ field }) => shape.every((s) => s.field !== field)),
          ]);
        }
        if (answer.kind === 'refused')
          return refuse([{ field: 'version', message: words.t('schedules.fault.version_taken') }]);
        return `${BASE}/${answer.value.id}?gedaan=opgesteld`;
      },
      (errors) => Promise.resolve(this.formHtml(request, typed, errors)),
    );
  }

  adopt(request: WebRequest, id: string): Promise<FormAnswer> {
    const sha256 = formText(request.body, 'sha256');
    const actorName = request.actor.name;
    return this.deciding(request, id, 'vastgesteld', (tx) =>
      this.adopting.run(tx, { id, sha256, actorName }),
    );
  }

  withdraw(request: WebRequest, id: string): Promise<FormAnswer> {
    return this.deciding(request, id, '', (tx) => this.withdrawing.run(tx, id));
  }

  show(request: WebRequest, id: string, done: string, errors: Kept = []): Promise<string> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const one = await readFineSchedule(tx, id);
      if (one === null) throw notFound();
      const all = await listFineSchedules(tx);
      const { userId, role } = request.actor;
      const reader = { today: tx.today, userId, role };
      const form = { once: newFormKey(), errors, done };
      const data = schedulePage(one, all, reader, form, this.pages.words(request));
      return this.pages.html(request, 'pages/enforcement/schedule.njk', data);
    });
  }

  private deciding(
    request: WebRequest,
    id: string,
    done: string,
    act: (tx: Transaction) => Promise<{ readonly kind: 'accepted' } | Refused<string>>,
  ): Promise<FormAnswer> {
    return this.taking(
      request,
      async (tx, refuse) => {
        const answer = await act(tx);
        if (answer.kind === 'accepted') return done === '' ? BASE : `${BASE}/${id}?gedaan=${done}`;
        const message = this.pages.t(request, `schedules.refusal.${answer.reason}`);
        return refuse([{ field: '', message }]);
      },
      (errors) => this.show(request, id, '', errors),
    );
  }

  /** Does the work once; what it refuses is shown again and leaves nothing behind. */
  private async taking(
    request: WebRequest,
    work: (tx: Transaction, refuse: (errors: Kept) => never) => Promise<string>,
    again: (errors: Kept) => Promise<string>,
  ): Promise<FormAnswer> {
    const kept: { errors: Kept | null } = { errors: null };
    const refuse = (errors: Kept): never => {
      kept.errors = errors;
      throw problem(409, 'schedule.refused', 'The fine schedule was not taken.');
    };
    try {
      return { next: await onceForForm(this.database, request, (tx) => work(tx, refuse)) };
    } catch (error) {
      if (kept.errors === null) throw error;
      return { status: 400, html: await again(kept.errors) };
    }
  }

  private formHtml(request: WebRequest, typed: Typed, errors: Kept): string {
    const data = scheduleFormPage(typed, errors, newFormKey(), this.pages.words(request));
    return this.pages.html(request, 'pages/enforcement/schedule-new.njk', data);
  }
}
