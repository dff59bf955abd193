import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { type FormAnswer } from '../../../platform/http/form-answer';
import { faultsIn, formErrors, type Typed } from '../../../platform/http/form-faults';
import { newFormKey, onceForForm } from '../../../platform/http/form-once';
import { Pages } from '../../../platform/http/pages';
import { notFound, Problem } from '../../../platform/http/problem';
import { recordRead } from '../../audit/public';
import { readEntryDesk } from '../application/decide-desk';
import { DecideMoves, fault, type Move, refuse } from './proposal-decide-moves';
import { decidePage } from './proposal-decide-page';

const FIELDS = [
  'donorId',
  'type',
  'recipientId',
  'setAsideReason',
  'note',
  'linkId',
  'settleId',
  'settleKind',
  'undoReason',
] as const;

const DONE: Readonly<Record<Move, string>> = {
  boeken: 'booked',
  apart: 'set_aside',
  koppelen: 'linked',
  teruggave: 'settled',
  terugdraaien: 'undone',
};

/** '/0/recipientId' and '/contributionIds' belong to fields of these forms. */
function fieldFor(move: Move): (location: string) => string {
  return (location) => {
    const name = location.replace(/^\/(?:\d+\/)?/, '');
    if (name === 'contributionIds' || name === 'parts') return 'linkId';
    if (move === 'teruggave' && (name === 'amount' || name === 'settledOn')) return 'settleId';
    return name;
  };
}

/** The forms with which a person decides on one entry, or takes a decision back. */
@Injectable()
export class DecideForms {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly moves: DecideMoves,
  ) {}

  /** @throws Problem 404 for an entry that is not there or of another party. */
  async show(request: WebRequest, id: string, done: string, ruleMade: boolean): Promise<string> {
    const known = Object.values(DONE).includes(done);
    return this.page(request, id, {
      typed: {},
      errors: [],
      once: newFormKey(),
      done: known ? this.pages.t(request, `recognition.done.${done}`) : '',
      ruleMade,
    });
  }

  async take(request: WebRequest, id: string, move: Move): Promise<FormAnswer> {
    const typed: Typed = Object.fromEntries(
      FIELDS.map((name) => [name, formText(request.body, name).trim()]),
    );
    try {
      const next = await onceForForm(this.database, request, async (tx) => {
        const remember = formText(request.body, 'remember') === 'yes';
        const ruleMade = await this.moves.run(tx, id, { move, typed, remember });
        return `/bank/posten/${id}?gedaan=${DONE[move]}${ruleMade ? '&regel=ja' : ''}`;
      });
      return { next };
    } catch (error) {
      const words = this.pages.words(request);
      const errors = formErrors(faultsIn(asRefusal(error)), FIELDS, {
        typed,
        words,
        fieldOf: fieldFor(move),
      });
      const spent = errors.some(({ field }) => field === '');
      const once = spent ? newFormKey() : formText(request.body, 'once');
      const html = await this.page(request, id, { typed, errors, once, done: '', ruleMade: false });
      return { status: 400, html };
    }
  }

  private page(
    request: WebRequest,
    id: string,
    view: Omit<Parameters<typeof decidePage>[1], 'mayDecide'>,
  ): Promise<string> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const desk = await readEntryDesk(tx, id);
      if (desk === null) throw notFound();
      await recordRead(tx, { entity: 'core.bank_entry', entityId: id, purpose: 'Wfpp 21' });
      const mayDecide = request.actor.role === 'treasurer';
      const data = decidePage(desk, { ...view, mayDecide }, this.pages.words(request));
      return this.pages.html(request, 'pages/statements/decide.njk', data);
    });
  }
}

/** That somebody was first is told on the page itself, with what was decided. */
function asRefusal(error: unknown): unknown {
  if (error instanceof Problem && error.status === 409 && error.code.startsWith('entry.'))
    return refuse(fault('', error.code));
  return error;
}
