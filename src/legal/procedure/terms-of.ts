import {
  dunningTermAfter,
  collectionTermAfter,
  prosecutorTermAfter,
} from '../calendar/enforcement-terms';
import { type LawReference } from '../kernel/law-reference';
import { type PlainDate } from '../kernel/plain-date';
import { type CaseState, type CaseTerm } from './case';
import { collectionCountsFrom, paymentLastDay } from './collection-terms';
import { COLLECTING } from './money';
import { objectionDecisionTerm, protectionTerms } from './objection-terms';
import { adviceTerm, decisionTerm, powerTerm, viewsTerm } from './suspension';

function awb(article: string, paragraph?: string): LawReference {
  return { law: 'Awb', article, ...(paragraph === undefined ? {} : { paragraph }) };
}

/** The article of each term. A term for repair is the overseer's own choice: it may fine. */
const BASIS: Readonly<Record<CaseTerm['code'], LawReference>> = {
  information: awb('5:16'),
  repair: { law: 'Wfpp', article: '37', paragraph: '1' },
  prosecutor: awb('5:44', '3'),
  decision: awb('5:51', '1'),
  views: awb('5:53', '3'),
  advice: { law: 'Bfpp', article: '3', paragraph: '1' },
  advice_extended: { law: 'Bfpp', article: '3', paragraph: '1' },
  objection: awb('6:7'),
  objection_decision: awb('7:10', '1'),
  objection_decision_committee: awb('7:10', '1'),
  objection_decision_adjourned: awb('7:10', '3'),
  appeal: awb('6:7'),
  higher_appeal: awb('6:24'),
  payment: awb('4:87', '1'),
  dunning: awb('4:112', '1'),
  power_lapses: awb('5:45', '1'),
  collection_lapses: awb('4:104', '1'),
};

/** Passing these refuses nothing; it is only seen (ECLI:NL:RVS:2023:3702). */
const ORDER_TERMS: readonly CaseTerm['code'][] = [
  'decision',
  'objection_decision',
  'objection_decision_committee',
  'objection_decision_adjourned',
];

/** A term as a part of the procedure gives it; `met` when what it waits for happened. */
interface Counted {
  readonly code: CaseTerm['code'];
  readonly from: PlainDate;
  readonly lastDay: PlainDate;
  readonly suspendedDays?: number;
  readonly met: boolean;
}

type Counting = (state: CaseState, on: PlainDate) => readonly Counted[];

const review: Counting = ({ informationAsked, repair }) => [
  ...(informationAsked === null
    ? []
    : [
        {
          code: 'information' as const,
          from: informationAsked.on,
          lastDay: informationAsked.lastDay,
          met: informationAsked.answeredOn !== null,
        },
      ]),
  ...(repair === null
    ? []
    : [
        {
          code: 'repair' as const,
          from: repair.offeredOn,
          lastDay: repair.lastDay,
          met: repair.reportedOn !== null,
        },
      ]),
];

const prosecution: Counting = ({ prosecutor }) => {
  if (prosecutor === null) return [];
  const { sentOn, answer } = prosecutor;
  const met = answer === 'waived' || answer === 'prosecutes';
  return [{ code: 'prosecutor', from: sentOn, lastDay: prosecutorTermAfter(sentOn).lastDay, met }];
};

const decision: Counting = (state, on) => {
  const { report, decisions } = state;
  if (report === null) return [];
  const met = decisions.length > 0;
  return [{ code: 'decision', from: report.drawnOn, ...decisionTerm(state, report, on), met }];
};

const views: Counting = (state, on) => {
  const asked = state.views;
  if (asked === null) return [];
  const met = asked.receivedOn !== null;
  return [{ code: 'views', from: asked.askedOn, ...viewsTerm(state, asked, on), met }];
};

const advice: Counting = (state, on) => {
  const sent = state.advice;
  if (sent === null) return [];
  const code = sent.extended ? 'advice_extended' : 'advice';
  return [
    { code, from: sent.sentOn, ...adviceTerm(state, sent, on), met: sent.receivedOn !== null },
  ];
};

const protection: Counting = (state) => {
  const { objection, appeals } = state;
  const used = {
    objection: objection !== null,
    appeal: appeals.length > 0,
    higher_appeal: appeals.length > 1,
  };
  return protectionTerms(state).map(({ code, from, lastDay }) => {
    return { code, from, lastDay, met: used[code] };
  });
};

const objectionDecision: Counting = (state) => {
  const term = objectionDecisionTerm(state);
  if (term === null) return [];
  const { code, from, lastDay } = term;
  return [{ code, from, lastDay, met: state.objection?.decisionNotifiedOn !== null }];
};

const collection: Counting = (state) => {
  const { notifiedOn, dunnedOn } = state;
  const payment = paymentLastDay(state);
  const from = collectionCountsFrom(state);
  if (notifiedOn === null || payment === null || from === null) return [];
  const met = !COLLECTING.includes(state.collection) && state.collection !== 'lapsed';
  return [
    { code: 'payment', from: notifiedOn, lastDay: payment, met },
    ...(dunnedOn === null
      ? []
      : [
          {
            code: 'dunning' as const,
            from: dunnedOn,
            lastDay: dunningTermAfter(dunnedOn).lastDay,
            met,
          },
        ]),
    { code: 'collection_lapses', from, lastDay: collectionTermAfter(from).lastDay, met },
  ];
};

const power: Counting = (state, on) => {
  const { subject, notifiedOn } = state;
  if (!subject.fineable) return [];
  const met = notifiedOn !== null;
  return [{ code: 'power_lapses', from: subject.violatedOn, ...powerTerm(state, on), met }];
};

const COUNTINGS: readonly Counting[] = [
  review,
  prosecution,
  decision,
  views,
  advice,
  protection,
  objectionDecision,
  collection,
  power,
];

/** Every term that has begun in a case, with its article and where it stands on a day. */
export function termsOf(state: CaseState, on: PlainDate): readonly CaseTerm[] {
  // What still ran when the case ended, no longer waits for anything.
  const day = state.ended?.on ?? on;
  return COUNTINGS.flatMap((counting) => counting(state, on)).map((counted) => {
    const { code, from, lastDay, suspendedDays = 0, met } = counted;
    const over = met || (state.ended !== null && day <= lastDay);
    return {
      code,
      basis: BASIS[code],
      from,
      lastDay,
      suspendedDays,
      state: over ? 'met' : day > lastDay ? 'passed' : 'running',
      orderTerm: ORDER_TERMS.includes(code),
    };
  });
}
