import { euroCents } from '../../../legal/kernel/euro-cents';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type CaseCommandType, type DraftDecision } from '../../../legal/procedure/case';
import { type Language } from '../../../platform/rendering/language';
import { readAmount, readDay } from '../../../platform/rendering/form-input';
import { type StepCommand, type SubmissionKind } from '../application/case-view';

export type Purpose = DraftDecision['purpose'];
type FieldKind = 'text' | 'day' | 'money' | 'choice';

/** One field of the form of a step. Its id on the page is `<step>-<name>`. */
export interface StepField {
  readonly name: string;
  readonly kind: FieldKind;
  readonly choices?: readonly string[];
  readonly optional?: boolean;
}

const text = (name: string): StepField => ({ name, kind: 'text' });
const day = (name: string, optional = false): StepField => ({ name, kind: 'day', optional });
const MONEY: StepField = { name: 'amount', kind: 'money' };

/** The fields of every step that a person fills in; a step that is not here needs only a button. */
const FIELDS: Readonly<Record<string, readonly StepField[]>> = {
  request_information: [text('question'), day('lastDay')],
  offer_repair: [day('lastDay')],
  dismiss: [text('reason')],
  send_to_prosecutor: [text('offence')],
  receive_prosecutor: [{ name: 'answer', kind: 'choice', choices: ['waived', 'prosecutes'] }],
  draw_report: [text('text')],
  ask_views: [day('lastDay')],
  receive_advice: [
    { name: 'advice', kind: 'choice', choices: ['fine', 'no_fine', 'other'] },
    text('text'),
  ],
  draft_fine: [MONEY, text('reasons')],
  draft_no_fine: [text('reasons')],
  draft_objection: [
    {
      name: 'outcome',
      kind: 'choice',
      choices: ['inadmissible', 'unfounded', 'amount_changed', 'annulled'],
    },
    { ...MONEY, optional: true },
    text('reasons'),
  ],
  draft_set_off: [MONEY, text('reasons')],
  send_back_draft: [text('reason')],
  receive_judgment: [
    { name: 'outcome', kind: 'choice', choices: ['upheld', 'amount_changed', 'annulled'] },
    { ...MONEY, optional: true },
  ],
  record_payment: [MONEY, text('evidence')],
  repay: [MONEY, text('evidence')],
  receive_views: [text('text'), day('receivedOn')],
  report_repair: [text('text'), day('receivedOn')],
  receive_information: [text('text'), day('receivedOn')],
  receive_objection: [text('text'), day('receivedOn'), day('postedOn', true)],
};

export function fieldsOf(step: string): readonly StepField[] {
  return FIELDS[step] ?? [];
}

/** What came in on paper: the overseer registers it, with the day it came. */
const ON_PAPER: Readonly<Record<string, SubmissionKind>> = {
  receive_views: 'views',
  report_repair: 'repair',
  receive_information: 'information',
  receive_objection: 'objection',
};

export function onPaper(step: string): SubmissionKind | null {
  return ON_PAPER[step] ?? null;
}

/** The order in which the forms stand: what brings the case further comes first. */
const ORDER: readonly string[] = [
  'receive_advice',
  'extend_advice',
  'notify',
  'notify_objection_decision',
  'draft_fine',
  'draft_no_fine',
  'draft_objection',
  'send_to_committee',
  'ask_views',
  'draw_report',
  'start_review',
  'hold_hearing',
  'waive_hearing',
  'refer_objection_to_committee',
  'adjourn_objection',
  'receive_prosecutor',
  'dun',
  'issue_writ',
  'record_payment',
  'repay',
  'draft_set_off',
  'receive_judgment',
  'lodge_appeal',
  'offer_repair',
  'request_information',
  'receive_views',
  'receive_objection',
  'report_repair',
  'receive_information',
  'send_to_prosecutor',
  'withdraw_draft',
  'dismiss',
  'lapse',
];

/** Approving and sending back stand on the page of the draft itself. */
const ELSEWHERE: readonly CaseCommandType[] = ['approve_decision', 'send_back_draft'];

/** The names of the forms for what is possible, in the order of the page. */
export function stepsToShow(
  possible: readonly CaseCommandType[],
  purposes: readonly Purpose[],
): readonly string[] {
  const steps = possible
    .filter((type) => !ELSEWHERE.includes(type))
    .flatMap((type) =>
      type === 'draft_decision' ? purposes.map((purpose) => `draft_${purpose}`) : [type],
    );
  const rank = (step: string): number => {
    const place = ORDER.indexOf(step);
    return place === -1 ? ORDER.length : place;
  };
  return steps.toSorted((a, b) => rank(a) - rank(b));
}

export type Typed = Readonly<Record<string, string>>;

/** A fault: the field and the key of its message below 'cases.fault.'. */
export interface StepFault {
  readonly field: string;
  readonly fault: 'missing' | 'day' | 'amount';
}

type Values = Readonly<Record<string, string | number | null>>;

type Read = { readonly value: string | number | null } | { readonly fault: StepFault['fault'] };

function readOne({ kind, optional, choices }: StepField, given: string, language: Language): Read {
  if (given === '') return optional === true ? { value: null } : { fault: 'missing' };
  if (choices?.includes(given) === false) return { fault: 'missing' };
  if (kind === 'day') {
    const read = readDay(given);
    return read === undefined ? { fault: 'day' } : { value: read };
  }
  if (kind !== 'money') return { value: given };
  const read = readAmount(given, language);
  return read === undefined ? { fault: 'amount' } : { value: read };
}

/** Every field read; all faults at once. */
export function readFields(
  step: string,
  typed: Typed,
  language: Language,
): { readonly values: Values; readonly faults: readonly StepFault[] } {
  const read = fieldsOf(step).map((field) => ({
    name: field.name,
    ...readOne(field, typed[field.name] ?? '', language),
  }));
  return {
    values: Object.fromEntries(
      read.map((one) => [one.name, 'value' in one ? one.value : null] as const),
    ),
    faults: read.flatMap((one) => ('fault' in one ? [{ field: one.name, fault: one.fault }] : [])),
  };
}

const DRAFTS: Readonly<Record<string, Purpose>> = {
  draft_fine: 'fine',
  draft_no_fine: 'no_fine',
  draft_objection: 'objection',
  draft_set_off: 'set_off',
};

/** Amounts that were left open count as nothing: what is decided then follows from the outcome. */
export function commandOf(step: string, values: Values): StepCommand {
  const purpose = DRAFTS[step];
  const amount = euroCents(Number(values['amount'] ?? 0));
  if (purpose !== undefined) {
    const outcome = (values['outcome'] ?? null) as Extract<
      StepCommand,
      { type: 'draft_decision' }
    >['outcome'];
    const reasons = String(values['reasons'] ?? '');
    return { type: 'draft_decision', purpose, amount, reasons, outcome };
  }
  const money = 'amount' in values ? { amount } : {};
  return { ...values, ...money, type: step } as unknown as StepCommand;
}

/** The day a paper came in, and of an objection the day on its postmark. */
export function paperDays(values: Values): {
  readonly receivedOn: PlainDate;
  readonly postedOn: PlainDate | null;
} {
  return {
    receivedOn: values['receivedOn'] as PlainDate,
    postedOn: (values['postedOn'] ?? null) as PlainDate | null,
  };
}
