import { EXAMPLE_2026_1 } from '../../src/legal/fines/example-2026-1';
import { proposeFine } from '../../src/legal/fines/propose-fine';
import { euro, euroCents } from '../../src/legal/kernel/euro-cents';
import { plainDate } from '../../src/legal/kernel/plain-date';
import { type ObjectionOutcome } from '../../src/legal/procedure/case';
import { termsOf } from '../../src/legal/procedure/terms-of';
import { aCase, type CaseRun, type ExampleStep, takeAll } from '../../src/legal/testing/a-case';
import {
  type CaseLetterFacts,
  type CaseLetterKind,
  type Incident,
} from '../../src/modules/enforcement/letters/case-letter-facts';

const HASH = 'a'.repeat(64);
const FINE = euro(3_125);

/** A late notice of a gift of Friday 7 March 2025; the enforced last day was Wednesday 12 March. */
const INCIDENT: Incident = {
  rule: 'WFPP-25a-2',
  basis: { law: 'Wfpp', article: '25a', paragraph: '2' },
  offender: 'Polderpartij',
  donor: 'J. van der Dĳk-Şahin',
  year: 2025,
  receivedOn: plainDate('2025-03-07'),
  amount: euro(12_000),
  total: euro(12_000),
  duty: 'de gift melden',
  lastDay: plainDate('2025-03-12'),
  statutoryLastDay: plainDate('2025-03-11'),
  doneOn: plainDate('2025-03-26'),
  daysLate: 14,
  particulars: null,
};

const REPORT = [
  'Uit het bankafschrift blijkt dat de gift op vrijdag 7 maart 2025 is bijgeschreven. De partij heeft de gift op woensdag 26 maart 2025 gemeld.',
  'De penningmeester heeft verklaard dat hij met verlof was.',
].join('\n\n');
const REASONS = [
  'U had geregeld moeten hebben dat iemand de meldingen overneemt als de penningmeester er niet is. Dat is niet gebeurd. Daarom treft u een verwijt.',
  'De overtreding is niet heel ernstig. De gift is uit eigen beweging gemeld en het bedrag klopte. Daarom blijft de boete dicht bij het basisbedrag.',
].join('\n');
const VIEWS =
  'De penningmeester was met verlof. Wij vinden dat een waarschuwing genoeg is. * Een boete van 3.125 euro is voor ons veel geld.';

const fine = (): CaseLetterFacts['fine'] =>
  proposeFine(
    {
      rule: 'WFPP-25a-2',
      basis: INCIDENT.basis,
      violatedOn: plainDate('2025-03-12'),
      decidedOn: plainDate('2025-06-02'),
      daysLate: 14,
      amountInvolved: euro(12_000),
      earlierViolations: [],
      selfReported: false,
      repaired: false,
    },
    EXAMPLE_2026_1,
    EXAMPLE_2026_1,
  );

const REVIEW: readonly ExampleStep[] = [['2025-03-20', 'overseer', { type: 'start_review' }]];
const ASKED: readonly ExampleStep[] = [
  ...REVIEW,
  [
    '2025-03-20',
    'overseer',
    {
      type: 'request_information',
      question: 'Op welke dag is de gift bijgeschreven?\nWie heeft de melding gedaan?',
      lastDay: plainDate('2025-04-03'),
    },
  ],
];
const OFFERED: readonly ExampleStep[] = [
  ...REVIEW,
  ['2025-03-21', 'overseer', { type: 'offer_repair', lastDay: plainDate('2025-04-04') }],
];
const VIEWED: readonly ExampleStep[] = [
  ...REVIEW,
  ['2025-06-02', 'overseer', { type: 'draw_report', text: REPORT }],
  ['2025-06-02', 'overseer', { type: 'ask_views', lastDay: plainDate('2025-06-13') }],
];
const ADVISED: readonly ExampleStep[] = [
  ...VIEWED,
  ['2025-06-12', 'party', { type: 'receive_views' }],
  ['2025-06-16', 'overseer', { type: 'send_to_committee' }],
];
const DECIDING: readonly ExampleStep[] = [
  ...ADVISED,
  [
    '2025-07-28',
    'committee_member',
    { type: 'receive_advice', advice: 'fine', text: 'De commissie kan zich vinden in de boete.' },
  ],
];

function decide(purpose: 'fine' | 'no_fine', reasons: string): readonly ExampleStep[] {
  const amount = purpose === 'fine' ? FINE : euroCents(0);
  return [
    [
      '2025-08-12',
      'overseer',
      { type: 'draft_decision', purpose, amount, reasons, outcome: null, sha256: HASH },
    ],
    ['2025-08-19', 'decision_maker', { type: 'approve_decision', version: 1, sha256: HASH }],
    ['2025-08-20', 'overseer', { type: 'notify' }],
  ];
}
const FINED: readonly ExampleStep[] = [...DECIDING, ...decide('fine', REASONS)];
const OBJECTED: readonly ExampleStep[] = [
  ...FINED,
  ['2025-10-01', 'party', { type: 'receive_objection', postedOn: null }],
];
const DUE: readonly ExampleStep[] = [
  ...OBJECTED,
  ['2025-10-02', 'system', { type: 'payment_term_passed' }],
];

/** The steps up to a decision on the objection that was made known on 5 November 2025. */
export function objectionDecided(
  outcome: ObjectionOutcome,
  amount = euro(2_500),
): readonly ExampleStep[] {
  return [
    ...OBJECTED,
    ['2025-10-20', 'overseer', { type: 'hold_hearing' }],
    [
      '2025-10-27',
      'overseer',
      {
        type: 'draft_decision',
        purpose: 'objection',
        amount,
        reasons: 'De melding kwam vóórdat ik om informatie vroeg. Dat weeg ik alsnog mee.',
        outcome,
        sha256: HASH,
      },
    ],
    ['2025-11-03', 'decision_maker', { type: 'approve_decision', version: 2, sha256: HASH }],
    ['2025-11-05', 'overseer', { type: 'notify_objection_decision' }],
  ];
}

const SET_OFF: readonly ExampleStep[] = [
  ...DUE,
  [
    '2025-11-10',
    'overseer',
    {
      type: 'draft_decision',
      purpose: 'set_off',
      amount: euro(2_000),
      reasons: 'Het voorschot op de subsidie voor 2026.',
      outcome: null,
      sha256: HASH,
    },
  ],
  ['2025-11-17', 'decision_maker', { type: 'approve_decision', version: 2, sha256: HASH }],
];

/** On which day each letter of the worked chain is sent, and after which steps. */
export const CHAIN: Readonly<
  Record<CaseLetterKind, readonly [day: string, readonly ExampleStep[]]>
> = {
  information_request: ['2025-03-20', ASKED],
  repair_term: ['2025-03-21', OFFERED],
  report: ['2025-06-02', VIEWED],
  intention: ['2025-06-02', VIEWED],
  committee_submission: ['2025-06-16', ADVISED],
  fine_decision: ['2025-08-20', FINED],
  no_fine_notice: [
    '2025-08-20',
    [...DECIDING, ...decide('no_fine', 'De gift blijkt pas op 24 maart 2025 te zijn aanvaard.')],
  ],
  objection_receipt: ['2025-10-01', OBJECTED],
  objection_decision: ['2025-11-05', objectionDecided('amount_changed')],
  dunning: ['2025-10-06', [...DUE, ['2025-10-06', 'overseer', { type: 'dun' }]]],
  set_off: ['2025-11-17', SET_OFF],
};

export function chainRun(steps: readonly ExampleStep[]): CaseRun {
  return takeAll(aCase(), steps);
}

/** The facts for a letter of the worked chain (law.md 8.2). */
export function chainFacts(
  kind: CaseLetterKind,
  changes: Partial<CaseLetterFacts> = {},
): CaseLetterFacts {
  const [day, steps] = CHAIN[kind];
  const { state } = chainRun(steps);
  return factsOn(day, { state, ...changes });
}

export function factsOn(
  day: string,
  changes: Pick<CaseLetterFacts, 'state'> & Partial<CaseLetterFacts>,
): CaseLetterFacts {
  const notYet = day < '2025-03-26' ? { doneOn: null, daysLate: null } : {};
  return {
    number: 'Z-2025-BCDFG-23456',
    organisation: 'Polderpartij',
    day: plainDate(day),
    incident: { ...INCIDENT, ...notYet },
    terms: termsOf(changes.state, plainDate(day)),
    fine: fine(),
    officials: { reporter: 'O. Opzichter', signatory: 'mr. D. Beslisser' },
    said: {
      views: VIEWS,
      objection:
        'Wij hadden de gift al gemeld voordat u iets vroeg. Dat is in het besluit niet meegewogen.',
      hearing: 'De partij heeft haar bezwaar toegelicht. De minister heeft geen vragen meer.',
    },
    costs: { dunningFee: null, interest: null, interestFrom: null },
    setOff: {
      claim: 'Het voorschot op de subsidie voor 2026, dat u op 31 december 2025 zou krijgen.',
      claimAmount: euro(150_000),
    },
    ...changes,
  };
}
