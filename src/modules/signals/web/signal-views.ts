import { type Words } from '../../../platform/rendering/words';
import { type SignalFile, type StoredSignal } from '../application/read-signals';
import { type DecisionDay } from '../application/set-kind';
import { type KindSetting } from '../application/settings';
import { kindTitle, signalSaid, signalTitle } from '../application/signal-words';
import { CONTROL_SET } from '../detectors/control-set';
import {
  type DecisionDayAnswer,
  type SignalAnswer,
  type SignalFileAnswer,
  type SignalKindAnswer,
} from './signal.answers';

export function signalView(signal: StoredSignal, words: Words): Readonly<SignalAnswer> {
  return {
    id: signal.id,
    code: signal.code,
    title: signalTitle(signal, words),
    said: signalSaid(signal, words),
    state: signal.state,
    weight: signal.weight,
    party: signal.partyId,
    partyName: signal.partyName,
    donor: signal.donorId,
    figures: Object.entries(signal.figures).map(([name, { kind, value }]) => ({
      name,
      kind,
      value: String(value),
    })),
    newRows: signal.newRows,
    firstSeen: signal.firstSeen,
    lastSeen: signal.lastSeen,
    endedAt: signal.endedAt,
  };
}

export function signalFileView(file: SignalFile, words: Words): Readonly<SignalFileAnswer> {
  return {
    ...signalView(file, words),
    innocentExplanations: words.t(`signals.kind.${file.code}.innocent`),
    falsePositives: CONTROL_SET.found[file.code],
    controlYears: CONTROL_SET.years,
    rows: file.rows.map((row) => ({
      kind: row.kind,
      party: row.partyId,
      donor: row.donorId,
      gift: row.giftKey,
      about: row.about,
      label: row.kind === 'gift' ? row.recipientName : row.label,
      day: row.day,
      amount: row.amount === null ? null : Number(row.amount),
      gone: row.gone,
      judged: row.judged,
    })),
    judgements: file.judgements.map((one) => ({
      id: one.id,
      verdict: one.verdict,
      reason: one.reason,
      caseId: one.caseId,
      judgedBy: one.judgedByName,
      judgedAt: one.judgedAt,
      rows: one.rows,
    })),
  };
}

export function kindView(kind: KindSetting, words: Words): Readonly<SignalKindAnswer> {
  const { head, on, settings } = kind;
  return {
    code: head.code,
    title: kindTitle(head.code, words),
    looksAt: words.t(`signals.kind.${head.code}.looks`),
    innocentExplanations: words.t(`signals.kind.${head.code}.innocent`),
    on,
    weight: head.weight,
    parameters: head.parameters.map((one) => ({ ...one, value: settings[one.key] ?? one.initial })),
    falsePositives: CONTROL_SET.found[head.code],
    controlYears: CONTROL_SET.years,
  };
}

export function decisionView(one: DecisionDay): Readonly<DecisionDayAnswer> {
  const { id, title, day, partyId, daysBefore, daysAfter, source, withdrawnAt } = one;
  return { id, title, day, party: partyId, daysBefore, daysAfter, source, withdrawnAt };
}
