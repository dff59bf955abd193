import { Injectable } from '@nestjs/common';
import { type ClassConstructor } from 'class-transformer';
import { isPlainDate } from '../../../legal/kernel/plain-date';
import { Database } from '../../../platform/database/database';
import { type Transaction } from '../../../platform/database/transaction';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { type FormAnswer } from '../../../platform/http/form-answer';
import { faultsIn, formErrors, type Typed } from '../../../platform/http/form-faults';
import { newFormKey, onceForForm } from '../../../platform/http/form-once';
import { Pages } from '../../../platform/http/pages';
import { notFound, Problem, problem, type ProblemPart } from '../../../platform/http/problem';
import { check } from '../../../platform/http/validation';
import { CallElection } from '../application/call-election';
import { electionFaults } from '../application/check-election';
import {
  type ElectionVersion,
  listElections,
  readElectionHistory,
} from '../application/read-elections';
import { ReviseElection } from '../application/revise-election';
import {
  ELECTION_FIELDS,
  electionBodyOf,
  electionFieldOf,
  type ElectionForm,
  electionFormPage,
  typedElection,
  typedFrom,
  typedRevision,
} from './election-form-page';
import {
  ElectionBody,
  electionInputOf,
  ReviseElectionBody,
  thresholdFaults,
} from './election.bodies';

/** What is wrong with days that can be read, while something else cannot be. */
async function dayFaults(
  tx: Transaction,
  body: Readonly<Record<string, unknown>>,
  revising: string | null,
): Promise<readonly ProblemPart[]> {
  const { pollingDay, nominationDay } = body;
  if (typeof pollingDay !== 'string' || !isPlainDate(pollingDay)) return [];
  if (typeof nominationDay !== 'string' || !isPlainDate(nominationDay)) return [];
  const elections = (await listElections(tx)).map(({ election }) => election);
  const others = elections.filter(({ ref }) => ref !== revising);
  return electionFaults({ pollingDay, nominationDay }, others);
}

/** What the body must be, or a Problem 400 with everything that is wrong, however it is wrong. */
async function read<Body extends ElectionBody>(
  tx: Transaction,
  type: ClassConstructor<Body>,
  body: Readonly<Record<string, unknown>>,
  revising: string | null,
): Promise<Body> {
  const checked = check(type, body);
  if (checked.value !== null) return checked.value;
  const days = await dayFaults(tx, body, revising);
  throw problem(400, 'input.invalid', 'The form has faults.', [
    ...checked.errors,
    ...thresholdFaults(body),
    ...days,
  ]);
}

/** The faults to show in the form, also when somebody else changed the election in between. */
function faultsOf(error: unknown): readonly ProblemPart[] {
  const inBetween = error instanceof Problem && error.code === 'election.changed';
  return inBetween ? error.errors : faultsIn(error);
}

/** The forms to call an election and to change one. */
@Injectable()
export class ElectionForms {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly calling: CallElection,
    private readonly revising: ReviseElection,
  ) {}

  empty(request: WebRequest): string {
    return this.page(request, { typed: {}, errors: [], once: newFormKey() }, null);
  }

  async call(request: WebRequest): Promise<FormAnswer> {
    const { language } = request.actor;
    const typed = typedElection(request.body);
    try {
      const next = await onceForForm(this.database, request, async (tx) => {
        const body = await read(tx, ElectionBody, electionBodyOf(typed, language), null);
        const input = electionInputOf(body);
        const { electionId } = await this.calling.run(tx, input, thresholdFaults(body));
        return `/toezicht/verkiezingen/${electionId}?opgeslagen=ja`;
      });
      return { next };
    } catch (error) {
      return { status: 400, html: this.page(request, this.refused(request, typed, error), null) };
    }
  }

  async toRevise(request: WebRequest, id: string): Promise<string> {
    const current = await this.election(request, id);
    const typed = typedFrom(current, request.actor.language);
    return this.page(request, { typed, errors: [], once: newFormKey() }, current);
  }

  async revise(request: WebRequest, id: string): Promise<FormAnswer> {
    const { language } = request.actor;
    const current = await this.election(request, id);
    const typed = typedRevision(request.body);
    try {
      const next = await onceForForm(this.database, request, async (tx) => {
        const body = await read(tx, ReviseElectionBody, electionBodyOf(typed, language), id);
        const { expectedVersion } = body;
        const revision = { ...electionInputOf(body), electionId: id, expectedVersion };
        await this.revising.run(tx, revision, thresholdFaults(body));
        return `/toezicht/verkiezingen/${id}?opgeslagen=ja`;
      });
      return { next };
    } catch (error) {
      const refused = this.refused(request, typed, error);
      // The next try is about the version that holds now.
      const shown = { ...refused, typed: { ...typed, expectedVersion: String(current.version) } };
      return { status: 400, html: this.page(request, shown, current) };
    }
  }

  private refused(request: WebRequest, typed: Typed, error: unknown): ElectionForm {
    const wording = { typed, words: this.pages.words(request), fieldOf: electionFieldOf };
    const errors = formErrors(faultsOf(error), ELECTION_FIELDS, wording);
    const sentBefore = errors.some(({ field }) => field === '');
    const once = sentBefore ? newFormKey() : formText(request.body, 'once');
    return { typed, errors, once };
  }

  /** @throws Problem 404 when there is no such election. */
  private async election(request: WebRequest, id: string): Promise<ElectionVersion> {
    const [current] = await this.database.inTransaction(scopeOf(request), (tx) =>
      readElectionHistory(tx, id),
    );
    if (current === undefined) throw notFound();
    return current;
  }

  private page(request: WebRequest, form: ElectionForm, revising: ElectionVersion | null): string {
    return this.pages.html(request, 'pages/elections/form.njk', electionFormPage(form, revising));
  }
}
