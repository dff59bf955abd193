import { Injectable } from '@nestjs/common';
import { type FineProposal } from '../../../legal/fines/propose-fine';
import { euroCents } from '../../../legal/kernel/euro-cents';
import { plainDate } from '../../../legal/kernel/plain-date';
import { type CaseCommand, type CaseState } from '../../../legal/procedure/case';
import { termsOf } from '../../../legal/procedure/terms-of';
import { type Transaction } from '../../../platform/database/transaction';
import { PageRenderer } from '../../../platform/rendering/page-renderer';
import { type LetterAddressee, readSender, SendLetter } from '../../correspondence/public';
import { readContactEmail } from '../../parties/public';
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
    const kinds = lettersOf(before, command);
    if (kinds.length === 0) return;
    const facts = await this.factsOf(tx, before, after, command);
    for (const kind of kinds) {
      await this.letters.run(tx, {
        ...caseLetter(kind, facts),
        key: `case:${after.id}:${String(after.version)}:${kind}`,
        tenantId: after.tenantId,
        subjectId: after.id,
        addressee: kind === 'committee_submission' ? COMMITTEE : await this.addresseeOf(tx, after),
        sender: readSender(),
        reference: after.number,
        day: tx.today,
        corrects: null,
      });
    }
  }

  private async addresseeOf(tx: Transaction, head: StoredCase): Promise<LetterAddressee> {
    const email = await readContactEmail(tx, head.tenantId);
    const lines =
      head.recipientName === head.organisationName ? [] : [`p/a ${head.organisationName}`];
    return { kind: 'party', name: head.recipientName, lines, email };
  }

  private async factsOf(
    tx: Transaction,
    before: CaseState,
    after: StoredCase,
    command: CaseCommand,
  ): Promise<CaseLetterFacts> {
    const { state } = after;
    const setOff = command.type === 'approve_decision' ? before.draft : null;
    return {
      number: after.number,
      organisation: after.recipientName,
      day: plainDate(tx.today),
      incident: await incidentOf(tx, after, (key) =>
        this.pages.texts.has(key) ? this.pages.t('nl', key) : null,
      ),
      state,
      terms: termsOf(state, tx.today),
      fine: (await decidedFine(tx, after.id)) ?? (await calculateFine(tx, after, state, tx.today)),
      officials: await officialsOf(tx, after, command),
      said: await saidIn(tx, after.id),
      costs: { dunningFee: null, interest: null, interestFrom: null },
      setOff:
        setOff?.purpose === 'set_off'
          ? { claim: setOff.reasons, claimAmount: euroCents(setOff.amount) }
          : null,
    };
  }
}

/** The calculation that was decided upon, word for word; null before a decision. */
async function decidedFine(tx: Transaction, caseId: string): Promise<FineProposal | null> {
  const decisions = await readDecisions(tx, caseId);
  const contents = decisions.map(({ content }) => JSON.parse(content) as DecisionContent);
  return contents.findLast(({ calculation }) => calculation !== null)?.calculation ?? null;
}

/** A decision is signed by who took it, another letter by who of the staff sends it. */
async function officialsOf(
  tx: Transaction,
  { id }: StoredCase,
  { type }: CaseCommand,
): Promise<CaseLetterFacts['officials']> {
  const events = (await readEvents(tx, id)).filter(({ role }) => role !== 'party');
  const nameOf = (step: string): string | null =>
    events.findLast((event) => event.type === step)?.actorName ?? null;
  const sender = events.findLast(({ actorName }) => actorName !== null)?.actorName;
  const decides = type.startsWith('notify');
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
