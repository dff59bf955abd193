import { Injectable } from '@nestjs/common';
import { type Group } from '../../../legal/facts/group';
import { Database } from '../../../platform/database/database';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { dropDraft, readDraft } from '../../../platform/drafts/public';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { type FormAnswer } from '../../../platform/http/form-answer';
import { faultsIn, formErrors } from '../../../platform/http/form-faults';
import { newFormKey, onceForForm } from '../../../platform/http/form-once';
import { Pages } from '../../../platform/http/pages';
import { notFound, problem, type ProblemPart } from '../../../platform/http/problem';
import { isId } from '../../../platform/ids/id';
import { type FormError } from '../../../platform/rendering/page-parts';
import { recordRead } from '../../audit/public';
import { BookContribution } from '../application/book-contribution';
import { CorrectContribution } from '../application/correct-contribution';
import { readGiftDesk } from '../application/gift-desk';
import { PreCheckContribution } from '../application/pre-check-contribution';
import { type ContributionLife, readContribution } from '../application/read-contributions';
import { contributionInput } from './contribution-input';
import { emptyGift, type GiftForm, giftFormPage, giftFormPath, typedFrom } from './gift-form-page';
import { GIFT_FIELDS, type ReadGift, readGift, type TypedGift, typedGift } from './gift-input';
import { notCheckedWords, preCheckWords } from './pre-check-words';

/** Needed before anything can be said of a gift. */
const WANTED = ['donorId', 'recipientId', 'type', 'receivedOn'] as const;

interface Checked {
  readonly errors: readonly FormError[];
  readonly preCheck: object | null;
}

/** The gift form: shows it, checks what is typed, books it or corrects with it. */
@Injectable()
export class GiftForms {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly booking: BookContribution,
    private readonly correcting: CorrectContribution,
    private readonly preChecking: PreCheckContribution,
  ) {}

  empty(request: WebRequest, donorId: string): Promise<string> {
    const named = isId(donorId) ? donorId : '';
    return this.show(request, null, (group) => ({ typed: emptyGift(group, named) }));
  }

  async toCorrect(request: WebRequest, id: string): Promise<string> {
    const { current } = await this.life(request, id);
    const typed = typedFrom(current, this.pages.words(request));
    return this.show(request, current.id, () => ({ typed }));
  }

  /** The form again, with what the law says of it; nothing is stored. */
  async check(request: WebRequest, id: string | null): Promise<FormAnswer> {
    const checked = await this.checked(request, typedGift(request.body), id);
    return { status: 200, html: await this.again(request, id, checked) };
  }

  /** Only what stands beside the form, for the script. */
  async fragment(request: WebRequest, corrected: string | null): Promise<string> {
    const id = corrected !== null && isId(corrected) ? corrected : null;
    const { preCheck } = await this.checked(request, typedGift(request.body), id);
    return this.pages.html(request, 'pages/contributions/pre-check.njk', { preCheck });
  }

  book(request: WebRequest): Promise<FormAnswer> {
    return this.take(request, null, async (tx, { body }) => {
      const booked = await this.booking.run(tx, contributionInput(body, body.donorId));
      await dropDraft(tx, giftFormPath(null));
      return `/giften/${booked.contributionId}?geboekt=ja`;
    });
  }

  async correct(request: WebRequest, id: string): Promise<FormAnswer> {
    await this.life(request, id);
    return this.take(request, id, async (tx, { body, reason }) => {
      const input = contributionInput(body, body.donorId);
      const corrected = await this.correcting.run(tx, id, input, reason);
      await dropDraft(tx, giftFormPath(id));
      return `/giften/${corrected.contributionId}?geboekt=verbeterd`;
    });
  }

  private life(request: WebRequest, id: string): Promise<ContributionLife> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const life = await readContribution(tx, tenantOf(tx), id);
      if (life === null) throw notFound();
      await recordRead(tx, { entity: 'core.contribution', entityId: id, purpose: 'Wfpp 21' });
      return life;
    });
  }

  private async take(
    request: WebRequest,
    id: string | null,
    work: (tx: Transaction, read: ReadGift) => Promise<string>,
  ): Promise<FormAnswer> {
    const typed = typedGift(request.body);
    const read = await this.read(request, typed, id !== null);
    let faults = read.faults;
    if (faults.length > 0) faults = [...faults, ...(await this.otherFaults(request, read))];
    else {
      try {
        return { next: await onceForForm(this.database, request, (tx) => work(tx, read)) };
      } catch (error) {
        faults = faultsIn(error);
      }
    }
    const errors = this.errors(request, typed, faults);
    return { status: 400, html: await this.again(request, id, { errors, preCheck: null }) };
  }

  private read(request: WebRequest, typed: TypedGift, correcting: boolean): Promise<ReadGift> {
    return this.database.inTransaction(scopeOf(request), (tx) =>
      Promise.resolve(readGift(typed, correcting, request.actor.language, tx.today)),
    );
  }

  /** What the records say against the fields that could be read; judged, and nothing stored. */
  private async otherFaults(request: WebRequest, read: ReadGift): Promise<readonly ProblemPart[]> {
    const known = new Set(read.faults.map(({ location }) => location));
    try {
      await this.database.inTransaction(scopeOf(request), (tx) =>
        this.preChecking.run(
          tx,
          { known: read.body.donorId },
          contributionInput(read.body, read.body.donorId),
        ),
      );
      return [];
    } catch (error) {
      return faultsIn(error).filter(({ location }) => !known.has(location));
    }
  }

  private errors(
    request: WebRequest,
    typed: TypedGift,
    faults: readonly ProblemPart[],
  ): readonly FormError[] {
    return formErrors(faults, GIFT_FIELDS, { typed, words: this.pages.words(request) });
  }

  private async checked(
    request: WebRequest,
    typed: TypedGift,
    id: string | null,
  ): Promise<Checked> {
    const waiting = WANTED.some((name) => typed[name] === '');
    if (waiting || (typed.amount === '' && typed.marketValue === ''))
      return { errors: [], preCheck: null };
    const words = this.pages.words(request);
    try {
      const preCheck = await this.database.inTransaction(scopeOf(request), async (tx) => {
        const read = readGift(typed, false, words.language, tx.today);
        if (read.faults.length > 0) throw problem(400, 'input.invalid', '', read.faults);
        const input = contributionInput(read.body, read.body.donorId);
        const asked = { known: input.donorId };
        const life = id === null ? null : await readContribution(tx, tenantOf(tx), id);
        const insteadOf = life?.current.rootId ?? null;
        await recordRead(tx, {
          entity: 'core.donor',
          entityId: input.donorId,
          purpose: 'Wfpp 21',
        });
        return preCheckWords(await this.preChecking.run(tx, asked, input, insteadOf), input, words);
      });
      return { errors: [], preCheck };
    } catch (error) {
      return this.unreadable(request, typed, faultsIn(error));
    }
  }

  private unreadable(
    request: WebRequest,
    typed: TypedGift,
    faults: readonly ProblemPart[],
  ): Checked {
    const errors = this.errors(request, typed, faults);
    const messages = errors.map(({ message }) => message);
    return { errors, preCheck: notCheckedWords(messages, this.pages.words(request)) };
  }

  private again(request: WebRequest, id: string | null, checked: Checked): Promise<string> {
    const typed = typedGift(request.body);
    const sentBefore = checked.errors.some(({ field }) => field === '');
    const once = sentBefore ? newFormKey() : formText(request.body, 'once');
    return this.show(request, id, () => ({ typed, once, ...checked }));
  }

  private show(
    request: WebRequest,
    id: string | null,
    fill: (group: Group) => Pick<GiftForm, 'typed'> & Partial<GiftForm>,
  ): Promise<string> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const asked = request.method === 'POST' ? formText(request.body, 'donorId') : '';
      const query = request.query['gever'];
      const named = typeof query === 'string' ? query : asked;
      await recordRead(tx, { entity: 'core.donor', entityId: tenantOf(tx), purpose: 'Wfpp 21' });
      const desk = await readGiftDesk(tx, isId(named) ? named : null);
      const draft = request.method === 'GET' ? await readDraft(tx, giftFormPath(id)) : null;
      const filled = fill(desk.group);
      const form: GiftForm = {
        corrects: id,
        once: newFormKey(),
        errors: [],
        preCheck: null,
        draft,
        ...filled,
        ...(draft === null ? {} : { typed: typedGift({ ...filled.typed, ...draft.fields }) }),
      };
      const data = giftFormPage(form, { ...desk, today: tx.today }, this.pages.words(request));
      return this.pages.html(request, 'pages/contributions/new.njk', data);
    });
  }
}
