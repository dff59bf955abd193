import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { type Transaction } from '../../../platform/database/transaction';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { type FormAnswer } from '../../../platform/http/form-answer';
import { faultsIn, formErrors, type Typed } from '../../../platform/http/form-faults';
import { newFormKey, onceForForm } from '../../../platform/http/form-once';
import { Pages } from '../../../platform/http/pages';
import { notFound } from '../../../platform/http/problem';
import { isId } from '../../../platform/ids/id';
import { type EntryDesk, readEntryDesk } from '../application/decide-desk';
import { DecideEntries } from '../application/decide-entries';
import { RegisterPayer } from '../application/decide-new-donor';
import { donorsOfSplit } from '../application/decide-split';
import { BOOKABLE_TYPES } from './proposal-choices';
import { chosenIn, fault, refuse } from './proposal-decide-moves';
import { splitPage } from './proposal-split-page';
import { readSplit, type Split, SPLIT_FIELDS, sumOf, unreadLine } from './proposal-split-input';

function typedIn(request: WebRequest): Typed {
  const fields = [...SPLIT_FIELDS, 'type', 'recipientId'];
  return Object.fromEntries(fields.map((name) => [name, formText(request.body, name).trim()]));
}

/** Dividing one entry over several donors: the list of a payment provider, in two steps. */
@Injectable()
export class SplitForms {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly deciding: DecideEntries,
    private readonly payers: RegisterPayer,
  ) {}

  /** @throws Problem 404 for an entry that is not there, or cannot be divided any more. */
  show(request: WebRequest, id: string): Promise<string> {
    return this.first(request, id, {}, []);
  }

  /** The list was pasted: who are they? Nothing is stored yet. */
  async check(request: WebRequest, id: string): Promise<FormAnswer> {
    const typed = typedIn(request);
    try {
      const split = readSplit(typed, request.actor.language);
      return { status: 200, html: await this.second(request, id, typed, split) };
    } catch (error) {
      return { status: 400, html: await this.first(request, id, typed, faultsIn(error)) };
    }
  }

  async book(request: WebRequest, id: string): Promise<FormAnswer> {
    const typed = typedIn(request);
    try {
      const split = readSplit(typed, request.actor.language);
      const next = await onceForForm(this.database, request, async (tx) => {
        await this.divide(tx, id, { request, typed, split });
        return `/bank/posten/${id}?gedaan=booked`;
      });
      return { next };
    } catch (error) {
      return { status: 400, html: await this.first(request, id, typed, faultsIn(error)) };
    }
  }

  private async divide(
    tx: Transaction,
    id: string,
    { request, typed, split }: { request: WebRequest; typed: Typed; split: Split },
  ): Promise<void> {
    await this.desk(tx, id);
    const type = chosenIn(typed, 'type', BOOKABLE_TYPES);
    const recipientId = typed['recipientId'] ?? '';
    if (!isId(recipientId)) throw refuse(fault('recipientId', 'id.format'));
    const parts = [];
    for (const [at, { name, amount }] of split.lines.entries()) {
      const chosen = formText(request.body, `gever-${String(at)}`);
      const donorId = isId(chosen) ? chosen : await this.payers.named(tx, name);
      parts.push({ donorId, recipientId, type, amount, description: null });
    }
    const { other, costs } = split;
    const act = { do: 'book', parts, other, costs } as const;
    const decision = { entryId: id, act, note: null, ruleId: null, byRule: false };
    const decided = await this.deciding.run(tx, [decision]);
    if (decided.entryIds.length === 0) throw refuse(fault('', 'entry.decided'));
  }

  private async desk(tx: Transaction, id: string): Promise<EntryDesk> {
    const desk = await readEntryDesk(tx, id);
    if (desk === null || desk.row.entry.direction === 'debit') throw notFound();
    return desk;
  }

  private first(
    request: WebRequest,
    id: string,
    typed: Typed,
    faults: ReturnType<typeof faultsIn>,
  ): Promise<string> {
    const words = this.pages.words(request);
    const unread = unreadLine(typed, words.language);
    const values = { number: String(unread?.number ?? ''), text: unread?.text ?? '' };
    const errors = formErrors(faults, [...SPLIT_FIELDS, 'type', 'recipientId'], {
      typed,
      words,
      values,
      fieldOf: (location) =>
        /^\/(?:parts|amount|$)/.test(location) ? 'lines' : location.replace(/^\/(?:\d+\/)?/, ''),
    });
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const desk = await this.desk(tx, id);
      const view = { typed, errors, once: '', donors: null, sum: '' };
      return this.html(request, splitPage(desk, view, words));
    });
  }

  private second(request: WebRequest, id: string, typed: Typed, split: Split): Promise<string> {
    const words = this.pages.words(request);
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const desk = await this.desk(tx, id);
      if (sumOf(split) !== desk.row.entry.amount) throw refuse(fault('parts', 'decision.sum'));
      const donors = await donorsOfSplit(tx, split.lines);
      const sum = words.euro(sumOf(split));
      const view = { typed, errors: [], once: newFormKey(), donors, sum };
      return this.html(request, splitPage(desk, view, words));
    });
  }

  private html(request: WebRequest, data: object): string {
    return this.pages.html(request, 'pages/statements/decide-split.njk', data);
  }
}
