import { type RequiredPart } from '../facts/filing';
import { printReference } from '../kernel/law-reference';
import { plainDate } from '../kernel/plain-date';
import { aGroup, CANDIDATE, YOUTH } from '../testing/a-donor-year';
import {
  partsAfterElection,
  partsBeforeElection,
  partsOfAffiliateOverview,
  partsOfAnnualReport,
  partsOfBlankList,
  partsOfCandidates,
  partsOfGiftRegulation,
} from './required-parts';

const OLD_LAW = plainDate('2022-12-31');
const NEW_LAW = plainDate('2023-01-01');
const AFFILIATES = [{ recipient: YOUTH, name: 'Young' }];
const CANDIDATES = aGroup().members.filter(({ kind }) => kind === 'candidate');

/** Part, article, whether a fine can follow, and about whom. */
function lines(parts: readonly RequiredPart[]): readonly (readonly unknown[])[] {
  return parts.map(({ part, basis, fineable, ref, name }) => {
    const line = [part, printReference(basis).replace('Wfpp art. ', ''), fineable];
    return ref === null && name === null ? line : [...line, ref, name];
  });
}

describe('the parts of each filing, and which of them are in art. 37 lid 1', () => {
  it('art. 25: not the look-through overview, nor what the Act does not ask in so many words', () => {
    expect(lines(partsOfAnnualReport(NEW_LAW, AFFILIATES))).toEqual([
      ['report', '25 lid 1 onder a', true],
      ['gifts', '25 lid 1 onder b', true],
      ['in_kind', '25 lid 1 onder b', false],
      ['debts', '25 lid 1 onder c', true],
      ['auditor_statement', '25 lid 1 onder d', true],
      ['look_through', '25 lid 1 onder e', false],
      ['affiliate', '30 lid 2', false, YOUTH, 'Young'],
      ['board_signature', '25 lid 1', false],
      ['accountant_signature', '25 lid 3', false],
    ]);
  });

  it('art. 30 lid 2: the statement of the accountant of an affiliate is never fined (T27)', () => {
    expect(lines(partsOfAffiliateOverview(NEW_LAW))).toEqual([
      ['gifts', '30 lid 2 onder a', true],
      ['in_kind', '30 lid 2 onder a', false],
      ['debts', '30 lid 2 onder b', true],
      ['auditor_statement', '30 lid 2 onder c', false],
      ['board_signature', '30 lid 2', false],
      ['accountant_signature', '30 lid 4', false],
    ]);
  });

  it('art. 28: not the look-through overview', () => {
    expect(lines(partsBeforeElection(NEW_LAW))).toEqual([
      ['gifts', '28 lid 1 onder a', true],
      ['in_kind', '28 lid 1 onder a', false],
      ['debts', '28 lid 1 onder b', true],
      ['look_through', '28 lid 1 onder c', false],
      ['board_signature', '28 lid 1', false],
    ]);
  });

  it('art. 28a: all of it, but not the candidates of art. 29 lid 6', () => {
    expect(lines(partsAfterElection(CANDIDATES))).toEqual([
      ['gifts', '28a lid 1', true],
      ['in_kind', '28a lid 1', false],
      ['debts', '28a lid 1', true],
      ['look_through', '28a lid 1', true],
      ['candidate', '29 lid 6', false, CANDIDATE, `Voorbeeld ${CANDIDATE}`],
      ['board_signature', '28a lid 1', false],
    ]);
  });

  it('art. 29: each candidate on the list; no debts', () => {
    expect(lines(partsOfCandidates(CANDIDATES))).toEqual([
      ['gifts', '29 lid 1', true],
      ['in_kind', '29 lid 1', false],
      ['candidate', '29 lid 5', true, CANDIDATE, `Voorbeeld ${CANDIDATE}`],
      ['board_signature', '29 lid 1', false],
    ]);
  });

  it('art. 32: the others on the list', () => {
    expect(lines(partsOfBlankList(CANDIDATES))).toEqual([
      ['gifts', '32 lid 1', true],
      ['in_kind', '32 lid 1', false],
      ['candidate', '32 lid 1', true, CANDIDATE, `Voorbeeld ${CANDIDATE}`],
      ['board_signature', '32 lid 1', false],
    ]);
  });

  it('art. 34: the text, without a fine', () => {
    expect(lines(partsOfGiftRegulation())).toEqual([['document', '34 lid 1', false]]);
  });

  it('what came on 2023-01-01 is not asked of a term that ended the day before', () => {
    const kinds = (parts: readonly RequiredPart[]): readonly string[] =>
      parts.map(({ part }) => part);
    expect(kinds(partsOfAnnualReport(OLD_LAW, []))).toEqual([
      'report',
      'gifts',
      'in_kind',
      'debts',
      'auditor_statement',
      'board_signature',
      'accountant_signature',
    ]);
    expect(kinds(partsOfAffiliateOverview(OLD_LAW))).toEqual([
      'gifts',
      'in_kind',
      'debts',
      'board_signature',
    ]);
    expect(kinds(partsBeforeElection(OLD_LAW))).toEqual([
      'gifts',
      'in_kind',
      'debts',
      'board_signature',
    ]);
  });
});
