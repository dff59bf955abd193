import { euro, type EuroCents } from '../kernel/euro-cents';
import { plainDate } from '../kernel/plain-date';
import { type CaseCommand, type CaseSubject, type ObjectionOutcome } from '../procedure/case';
import { aCase, type CaseRun, type ExampleStep, takeAll } from './a-case';

/** Stands for the SHA-256 of what was drafted. */
export const HASH = 'ab'.repeat(32);

export const FINE = euro(2_500);

export function draftOf(
  purpose: 'fine' | 'no_fine' | 'set_off',
  amount: EuroCents = FINE,
): Extract<CaseCommand, { readonly type: 'draft_decision' }> {
  return {
    type: 'draft_decision',
    purpose,
    amount,
    reasons: 'For the reasons given.',
    outcome: null,
    sha256: HASH,
  };
}

export function draftOnObjection(outcome: ObjectionOutcome, amount: EuroCents = FINE): CaseCommand {
  return { ...draftOf('fine', amount), purpose: 'objection', outcome };
}

export function approveOf(version: number, sha256 = HASH): CaseCommand {
  return { type: 'approve_decision', version, sha256 };
}

export function payment(amount: EuroCents): CaseCommand {
  return { type: 'record_payment', amount, evidence: 'Statement 12' };
}

export function objection(postedOn: string | null = null): CaseCommand {
  return {
    type: 'receive_objection',
    postedOn: postedOn === null ? null : plainDate(postedOn),
  };
}

const STARTED: ExampleStep = ['2025-03-20', 'overseer', { type: 'start_review' }];
const REPORT: ExampleStep = [
  '2025-06-02',
  'overseer',
  { type: 'draw_report', text: 'One notice, late.' },
];
const VIEWS: ExampleStep = [
  '2025-06-02',
  'overseer',
  { type: 'ask_views', lastDay: plainDate('2025-06-13') },
];
const SENT: ExampleStep = ['2025-06-16', 'overseer', { type: 'send_to_committee' }];
const ADVICE: ExampleStep = [
  '2025-07-21',
  'committee_secretary',
  { type: 'receive_advice', advice: 'fine', text: 'A fine is in order.' },
];
const DRAFT: ExampleStep = ['2025-07-25', 'overseer', draftOf('fine')];
const APPROVAL: ExampleStep = ['2025-07-28', 'decision_maker', approveOf(1)];
const NOTICE: ExampleStep = ['2025-08-20', 'overseer', { type: 'notify' }];
const OBJECTION: ExampleStep = ['2025-09-15', 'party', objection()];
const HEARING: ExampleStep = ['2025-10-20', 'overseer', { type: 'hold_hearing' }];
const OBJECTION_DRAFT: ExampleStep = ['2025-11-03', 'overseer', draftOnObjection('unfounded')];
const OBJECTION_APPROVAL: ExampleStep = ['2025-11-05', 'decision_maker', approveOf(2)];
const OBJECTION_NOTICE: ExampleStep = [
  '2025-11-10',
  'overseer',
  { type: 'notify_objection_decision' },
];
const DEFAULT: ExampleStep = ['2025-10-02', 'system', { type: 'payment_term_passed' }];
const DUNNING: ExampleStep = ['2025-10-06', 'overseer', { type: 'dun' }];
const WRIT: ExampleStep = ['2025-10-21', 'overseer', { type: 'issue_writ' }];

/** A case of law.md 8.2 that has come so far; every step on the day of the worked chain or near it. */
const STAGES = {
  reviewed: [STARTED],
  reported: [STARTED, REPORT],
  asked: [STARTED, REPORT, VIEWS],
  sent: [STARTED, REPORT, VIEWS, SENT],
  advised: [STARTED, REPORT, VIEWS, SENT, ADVICE],
  drafted: [STARTED, REPORT, VIEWS, SENT, ADVICE, DRAFT],
  decided: [STARTED, REPORT, VIEWS, SENT, ADVICE, DRAFT, APPROVAL],
  notified: [STARTED, REPORT, VIEWS, SENT, ADVICE, DRAFT, APPROVAL, NOTICE],
} as const satisfies Readonly<Record<string, readonly ExampleStep[]>>;

const LATER = {
  in_default: [...STAGES.notified, DEFAULT],
  dunned: [...STAGES.notified, DEFAULT, DUNNING],
  writ: [...STAGES.notified, DEFAULT, DUNNING, WRIT],
  objected: [...STAGES.notified, OBJECTION],
  heard: [...STAGES.notified, OBJECTION, HEARING],
  objection_drafted: [...STAGES.notified, OBJECTION, HEARING, OBJECTION_DRAFT],
  objection_approved: [...STAGES.notified, OBJECTION, HEARING, OBJECTION_DRAFT, OBJECTION_APPROVAL],
  objection_decided: [
    ...STAGES.notified,
    OBJECTION,
    HEARING,
    OBJECTION_DRAFT,
    OBJECTION_APPROVAL,
    OBJECTION_NOTICE,
  ],
} as const satisfies Readonly<Record<string, readonly ExampleStep[]>>;

const ALL = { signal: [], ...STAGES, ...LATER } as const;

export type CaseStage = keyof typeof ALL;

export function caseAt(stage: CaseStage, over: Partial<CaseSubject> = {}): CaseRun {
  return takeAll(aCase(over), ALL[stage]);
}

/** The steps that lead to a stage, in order. */
export function stepsTo(stage: CaseStage): readonly ExampleStep[] {
  return ALL[stage];
}
