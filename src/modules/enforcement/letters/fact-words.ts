import { type FineProposal, type FineStep } from '../../../legal/fines/propose-fine';
import { euroCents, type EuroCents, minus } from '../../../legal/kernel/euro-cents';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type CaseTerm } from '../../../legal/procedure/case';
import {
  formatCount,
  formatDay,
  formatEuro,
  formatWeekday,
} from '../../../platform/rendering/format';
import { type CaseLetterFacts, type Incident } from './case-letter-facts';

/** "12 november 2025", never broken over two lines. */
export const day = (date: PlainDate): string => formatDay(date, 'nl').replaceAll(' ', '\u00a0');
export const longDay = (date: PlainDate): string => `${formatWeekday(date, 'nl')} ${day(date)}`;
export const euros = (amount: EuroCents): string => formatEuro(amount, 'nl');

/** A line of a table of facts. */
export interface FactLine {
  readonly label: string;
  readonly value: string;
}

function days(count: number): string {
  return count === 1 ? '1 dag' : `${formatCount(count, 'nl')} dagen`;
}

type Line = readonly [label: string, value: string | null];

/**
 * What happened, as a table; what is not on record is left out. A letter that only asks does not
 * say that the rule was broken.
 */
export function happened(
  { incident, day: letterDay, state }: CaseLetterFacts,
  established: boolean,
): readonly FactLine[] {
  const { lastDay, doneOn, year } = incident;
  const on = (date: PlainDate | null): string | null => (date === null ? null : longDay(date));
  const sum = (amount: EuroCents | null): string | null => (amount === null ? null : euros(amount));
  const counted = incident.countedOn ?? letterDay;
  const undone = lastDay === null ? null : `nog niet op ${day(counted)}`;
  const lines: readonly Line[] = [
    ['Over wie het gaat', incident.offender],
    ['Gever', incident.donor],
    ['Gift ontvangen op', on(incident.receivedOn)],
    ['Bedrag', sum(incident.amount)],
    [year === null ? 'Totaal' : `Totaal van deze gever in ${String(year)}`, sum(incident.total)],
    ['Wat moest gebeuren', incident.duty],
    ...lastDays(incident),
    ['Gedaan op', on(doneOn) ?? undone],
    ['Te laat', incident.daysLate === null ? null : days(incident.daysLate)],
    ['De regel is overtreden sinds', established ? longDay(state.subject.violatedOn) : null],
    ['Bijzonderheden', incident.particulars],
  ];
  return lines.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]));
}

/** Two days when another one is enforced than the Act itself counts; then both are said. */
function lastDays({ lastDay, statutoryLastDay }: Incident): readonly Line[] {
  if (lastDay === null) return [];
  if (statutoryLastDay === null || statutoryLastDay === lastDay)
    return [['Uiterste dag', longDay(lastDay)]];
  return [
    ['Uiterste dag volgens de tekst van de wet', longDay(statutoryLastDay)],
    ['Uiterste dag waarvan ik uitga', longDay(lastDay)],
  ];
}

/**
 * The last day of a term of the case.
 *
 * @throws Error when the case has no such term: the letter does not belong to this step.
 */
export function lastDayOf(
  { terms, number }: CaseLetterFacts,
  ...codes: readonly CaseTerm['code'][]
): PlainDate {
  const term = codes.map((code) => terms.find((one) => one.code === code)).find(Boolean);
  if (term === undefined) throw new Error(`case ${number} has no term ${codes.join(' or ')}`);
  return term.lastDay;
}

const STEPS: Readonly<Record<FineStep['code'], string>> = {
  base: 'Basisbedrag voor deze overtreding',
  days_late: 'Hoe lang het te laat was',
  amount_involved: 'Het bedrag waar het om gaat',
  repetition: 'Eerdere overtredingen van dezelfde regel',
  self_report: 'Zelf gemeld',
  repair: 'Hersteld',
  ceiling: 'Wettelijk maximum (artikel 37, vierde lid, Wfpp)',
};

function given({ code, input }: FineStep): string {
  if (typeof input === 'boolean') return input ? 'ja' : 'nee';
  if (typeof input === 'string') return code === 'base' ? '1 overtreding' : input;
  if (code === 'amount_involved' || code === 'ceiling') return euros(euroCents(input));
  if (code === 'days_late') return days(input);
  return input === 0 ? 'geen' : formatCount(input, 'nl');
}

/** Every step of the calculation (Awb art. 5:46 lid 2), and what was decided if that is other. */
export function calculation(fine: FineProposal, decided: EuroCents): object {
  const { lexMitior, schedule } = fine;
  const differs = decided !== fine.amount;
  return {
    steps: fine.steps.map((step) => ({
      name: STEPS[step.code],
      given: given(step),
      effect: euros(step.effect),
      total: euros(step.total),
    })),
    calculated: euros(fine.amount),
    decided: euros(decided),
    deviation: differs ? euros(minus(decided, fine.amount)) : '',
    differs,
    schedule: schedule.version,
    isExample: schedule.origin === 'example',
    sameLaw: lexMitior.atViolation === lexMitior.atDecision,
    atViolation: euros(lexMitior.atViolation),
    atDecision: euros(lexMitior.atDecision),
  };
}
