import { type CaseState, type CaseTerm } from '../../../legal/procedure/case';
import { possibleCommands } from '../../../legal/procedure/possible-commands';
import { termsOf } from '../../../legal/procedure/terms-of';
import { type Transaction } from '../../../platform/database/transaction';
import { listLetters } from '../../correspondence/public';
import { readFinding } from '../../judgements/public';
import { findCase, searchCases, type StoredCase } from '../persistence/case.store';
import { readEvents, type StoredEvent } from '../persistence/case-event.store';
import { readDecisions, readDrafts, type StoredDraft } from '../persistence/decision.store';
import { readSignals, type StoredSignal } from '../persistence/signal.store';
import { readSubmissions, type StoredSubmission } from '../persistence/submission.store';
import { calculateFine } from './calculate-fine';
import {
  type CaseDecisionView,
  type CaseDraftView,
  type CaseEventView,
  type CaseFilter,
  type CaseSubmissionView,
  type CaseSummary,
  type CaseView,
} from './case-view';
import { caseRoleOf } from './case-words';
import { type DecisionContent } from './decision-content';
import { toldTerms } from './told-state';

/** Cases for who asks: staff see all, a party those it was told of, as it was told. */
export async function listCases(
  tx: Transaction,
  filter: CaseFilter,
): Promise<readonly CaseSummary[]> {
  const heads = await searchCases(tx, filter);
  const ids = heads.map(({ id }) => id);
  const signals = tx.scope.role === 'app' ? [] : await readSignals(tx, ids);
  return heads.map((head) =>
    summary(
      head,
      termsFor(tx, head.state),
      signals.filter(({ caseId }) => caseId === head.id),
    ),
  );
}

/** The cases of the party that asks, newest first. */
export function readOwnCases(tx: Transaction): Promise<readonly CaseSummary[]> {
  return listCases(tx, { after: null, limit: 100 });
}

/** Null when there is no such case for who asks. */
export async function readCase(tx: Transaction, id: string): Promise<CaseView | null> {
  const head = await findCase(tx, id);
  if (head === null) return null;
  const own = tx.scope.role === 'app';
  const events = await readEvents(tx, id);
  const finding = own || head.findingId === null ? null : await readFinding(tx, head.findingId);
  const role = caseRoleOf(tx);
  const terms = termsFor(tx, head.state);
  return {
    ...summary(head, terms, own ? [] : await readSignals(tx, [id])),
    state: head.state,
    terms,
    possible: role === null ? [] : possibleCommands(head.state, role, tx.today),
    events: events.map(eventView),
    drafts: own ? [] : (await readDrafts(tx, id)).map((draft) => draftView(draft, head, events)),
    decisions: await decisionViews(tx, head),
    submissions: (await readSubmissions(tx, id)).map((one) => submissionView(one, own)),
    letters: await listLetters(tx, id),
    findingId: head.findingId,
    proposalId: head.proposalId,
    finding: finding?.content ?? null,
    tip: head.tip,
    calculation: own ? null : await calculateFine(tx, head, head.state, tx.today),
  };
}

function termsFor(tx: Transaction, state: CaseState): readonly CaseTerm[] {
  const terms = termsOf(state, tx.today);
  return tx.scope.role === 'app' ? toldTerms(terms) : terms;
}

function firstToEnd(terms: readonly CaseTerm[]): CaseTerm | null {
  const running = terms.filter(({ state }) => state === 'running');
  return running.toSorted((a, b) => (a.lastDay < b.lastDay ? -1 : 1))[0] ?? null;
}

function summary(
  head: StoredCase,
  terms: readonly CaseTerm[],
  signals: readonly StoredSignal[],
): CaseSummary {
  const { state } = head;
  return {
    id: head.id,
    tenantId: head.tenantId,
    number: head.number,
    title: head.title,
    organisation: head.organisationName,
    addressee: {
      recipientId: head.recipientId,
      name: head.recipientName,
      kind: head.addresseeKind,
    },
    source: head.source,
    rule: head.rule,
    phase: state.phase,
    protection: state.protection,
    collection: state.collection,
    openedOn: head.openedOn,
    openedAt: head.openedAt,
    endedOn: head.endedOn,
    version: head.version,
    nextTerm: firstToEnd(terms),
    signals: signals.map(({ kind, term, lastDay, since }) => ({ kind, term, lastDay, since })),
    draftPending: state.draft !== null,
  };
}

function eventView(event: StoredEvent): CaseEventView {
  return { ...event, type: event.type as CaseEventView['type'] };
}

/** What became of a draft follows from what was done next; a draft is never changed. */
function draftView(
  draft: StoredDraft,
  { state }: StoredCase,
  events: readonly StoredEvent[],
): CaseDraftView {
  const ends = ['withdraw_draft', 'send_back_draft', 'approve_decision'];
  const drawn = events.findIndex(
    ({ type, command }) => type === 'draft_decision' && command.sha256 === draft.sha256,
  );
  const end = events.slice(drawn + 1).find(({ type }) => ends.includes(type));
  const outcomes: Readonly<Record<string, CaseDraftView['outcome']>> = {
    withdraw_draft: 'withdrawn',
    send_back_draft: 'sent_back',
    approve_decision: 'approved',
  };
  const open = state.draft?.version === draft.version;
  return {
    version: draft.version,
    purpose: draft.purpose,
    sha256: draft.sha256,
    content: JSON.parse(draft.content) as DecisionContent,
    draftedBy: draft.draftedBy,
    draftedByName: draft.draftedByName,
    draftedAt: draft.draftedAt,
    // A case that ended by itself ended its draft too.
    outcome: open ? 'open' : (outcomes[end?.type ?? ''] ?? 'withdrawn'),
    reason: end?.type === 'send_back_draft' ? String(end.command.reason) : null,
  };
}

async function decisionViews(
  tx: Transaction,
  { id, state }: StoredCase,
): Promise<readonly CaseDecisionView[]> {
  const stored = await readDecisions(tx, id);
  return stored.map((decision) => {
    const content = JSON.parse(decision.content) as DecisionContent;
    const decided = state.decisions.find(({ sha256 }) => sha256 === decision.sha256);
    return {
      ...decision,
      content,
      amount: content.amount,
      decidedOn: decided?.decidedOn ?? decision.decidedOn,
      outcome: content.outcome,
    };
  });
}

function submissionView(submission: StoredSubmission, own: boolean): CaseSubmissionView {
  const { outcome, refusal } = submission;
  return {
    id: submission.id,
    kind: submission.kind,
    channel: submission.channel,
    text: submission.text,
    documents: submission.documents,
    receivedOn: submission.receivedOn,
    postedOn: submission.postedOn,
    receivedAt: submission.receivedAt,
    state: outcome ?? 'waiting',
    refusal: own ? null : refusal,
  };
}
