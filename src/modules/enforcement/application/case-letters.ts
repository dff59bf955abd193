import { Injectable } from '@nestjs/common';
import { plainDate, type PlainDate } from '../../../legal/kernel/plain-date';
import { type CaseCommand, type CaseState } from '../../../legal/procedure/case';
import { termsOf } from '../../../legal/procedure/terms-of';
import { type Transaction } from '../../../platform/database/transaction';
import { PageRenderer } from '../../../platform/rendering/page-renderer';
import {
  type LetterAddressee,
  type NewLetter,
  readSender,
  SendLetter,
  type SentLetter,
} from '../../correspondence/public';
import { readContactEmail, readPostalAddress } from '../../parties/public';
import { caseLetter } from '../letters/case-letter';
import { type CaseLetterFacts, type CaseLetterKind } from '../letters/case-letter-facts';
import { type StoredCase } from '../persistence/case.store';
import { readEvents } from '../persistence/case-event.store';
import { readDecisions } from '../persistence/decision.store';
import { readSubmissions } from '../persistence/submission.store';
import { calculateFine } from './calculate-fine';
import { type DecisionContent } from './decision-content';
import { incidentOf } from './incident';

const SENT_BY: Readonly<Partial<Record<CaseCommand['type'], readonly CaseLetterKind[]>>> = {
  offer_repair: ['repair_term'],
  request_information: ['information_request'],
  ask_views: ['report', 'intention'],
  send_to_committee: ['committee_submission'],
  receive_objection: ['objection_receipt'],
  notify_objection_decision: ['objection_decision'],
  dun: ['dunning'],
};

/** Which letters a step sends. */
export function lettersOf(before: CaseState, { type }: CaseCommand): readonly CaseLetterKind[] {
  if (type === 'notify')
    return [before.phase === 'decided_fine' ? 'fine_decision' : 'no_fine_notice'];
  if (type === 'approve_decision') return before.draft?.purpose === 'set_off' ? ['set_off'] : [];
  return SENT_BY[type] ?? [];
}

const COMMITTEE: LetterAddressee = {
  kind: 'committee',
  name: 'Commissie toezicht financiën politieke partijen',
  lines: [],
  email: null,
};

/** Sends the letters that belong to a step, frozen in the transaction of that step. */
@Injectable()
export class CaseLetters {
  constructor(
    private readonly letters: SendLetter,
    private readonly pages: PageRenderer,
  ) {}

  async afterStep(
    tx: Transaction,
    before: CaseState,
    after: StoredCase,
    command: CaseCommand,
  ): Promise<void> {
    for (const kind of lettersOf(before, command))
      await this.send(tx, after, kind, { key: `${String(after.version)}:${kind}`, corrects: null });
  }

  /** Another letter of the same kind, with the facts as they are now. */
  correct(tx: Transaction, head: StoredCase, wrong: SentLetter): Promise<SentLetter> {
    const { id: corrects, kind } = wrong;
    return this.send(tx, head, kind as CaseLetterKind, { key: `corrects:${corrects}`, corrects });
  }

  private async send(
    tx: Transaction,
    head: StoredCase,
    kind: CaseLetterKind,
    { key, corrects }: Pick<NewLetter, 'key' | 'corrects'>,
  ): Promise<SentLetter> {
    return this.letters.run(tx, {
      ...caseLetter(kind, await this.factsOf(tx, head, kind)),
      key: `case:${head.id}:${key}`,
      tenantId: head.tenantId,
      subjectId: head.id,
      addressee: kind === 'committee_submission' ? COMMITTEE : await this.addresseeOf(tx, head),
      sender: readSender(),
      reference: head.number,
      day: tx.today,
      corrects,
    });
  }

  private async addresseeOf(tx: Transaction, head: StoredCase): Promise<LetterAddressee> {
    const email = await readContactEmail(tx, head.tenantId);
    const care =
      head.recipientName === head.organisationName ? [] : [`p/a ${head.organisationName}`];
    const lines = [...care, ...(await readPostalAddress(tx, head.tenantId))];
    return { kind: 'party', name: head.recipientName, lines, email };
  }

  private async factsOf(
    tx: Transaction,
    head: StoredCase,
    kind: CaseLetterKind,
  ): Promise<CaseLetterFacts> {
    const { state } = head;
    const decided = await decidedIn(tx, head.id);
    const fine = decided.findLast(({ calculation }) => calculation !== null)?.calculation ?? null;
    const setOff = decided.findLast(({ purpose }) => purpose === 'set_off');
    return {
      number: head.number,
      organisation: head.recipientName,
      day: plainDate(tx.today),
      incident: await incidentOf(tx, head, await countedOn(tx, head), (key) =>
        this.pages.texts.has(key) ? this.pages.t('nl', key) : null,
      ),
      state,
      terms: termsOf(state, tx.today),
      // What was decided is repeated, never calculated again.
      fine: fine ?? (await calculateFine(tx, head, state, tx.today)),
      officials: await officialsOf(tx, head, kind),
      said: await saidIn(tx, head.id),
      costs: { dunningFee: null, interest: null, interestFrom: null },
      setOff: setOff === undefined ? null : { claim: setOff.reasons, claimAmount: setOff.amount },
    };
  }
}

/** Once it was decided, the days late stay as they were when the decision was drawn up. */
async function countedOn(tx: Transaction, { id, state }: StoredCase): Promise<PlainDate> {
  if (!state.decisions.some(({ purpose }) => purpose === 'fine' || purpose === 'no_fine'))
    return plainDate(tx.today);
  const events = await readEvents(tx, id);
  return events.find(({ type }) => type === 'draft_decision')?.day ?? plainDate(tx.today);
}

/** What was decided in a case, word for word, oldest first. */
async function decidedIn(tx: Transaction, caseId: string): Promise<readonly DecisionContent[]> {
  const decisions = await readDecisions(tx, caseId);
  return decisions.map(({ content }) => JSON.parse(content) as DecisionContent);
}

const DECISIONS: readonly CaseLetterKind[] = [
  'fine_decision',
  'no_fine_notice',
  'objection_decision',
  'set_off',
];

/** A decision is signed by who took it, another letter by who of the staff sends it. */
async function officialsOf(
  tx: Transaction,
  { id }: StoredCase,
  kind: CaseLetterKind,
): Promise<CaseLetterFacts['officials']> {
  const events = (await readEvents(tx, id)).filter(({ role }) => role !== 'party');
  const nameOf = (step: string): string | null =>
    events.findLast((event) => event.type === step)?.actorName ?? null;
  const sender = events.findLast(({ actorName }) => actorName !== null)?.actorName;
  const decides = DECISIONS.includes(kind);
  return {
    reporter: nameOf('draw_report'),
    signatory: (decides ? nameOf('approve_decision') : null) ?? sender ?? readSender().unit,
  };
}

async function saidIn(tx: Transaction, caseId: string): Promise<CaseLetterFacts['said']> {
  const submissions = await readSubmissions(tx, caseId);
  const textOf = (kind: string): string | null =>
    submissions.findLast((one) => one.kind === kind)?.text ?? null;
  return { views: textOf('views'), objection: textOf('objection'), hearing: null };
}
