import { retainedUntil } from '../calendar/filing-deadlines';
import { type ExpectedFiling } from '../facts/filing';
import { type Group } from '../facts/group';
import { reaches, ZERO } from '../kernel/euro-cents';
import { plainDate } from '../kernel/plain-date';
import { parameter } from '../parameters';
import { judgeDebtParticulars } from '../rules/debt-registration';
import { internalReportTerm, judgeInternalReport } from '../rules/internal-report';
import { judgeDonorYear } from '../rules/judge';
import {
  type DebtExample,
  type Example,
  type FilingExample,
  type InternalReportExample,
  type ListingExample,
  type NoticeExample,
  type ReceiptsExample,
  type RetentionExample,
} from './example';
import { EXAMPLE_ELECTIONS, exampleDonorYear, exampleGroup } from './example-facts';
import { expectedFilings } from './expected-filings';
import { judgeFiling } from './judge-filing';

/** The gifts of the examples are judged when their year is over. */
const YEARS_LATER = plainDate('2030-12-31');

function ofReceipts({ status, donor, gifts, rule }: ReceiptsExample): ReceiptsExample['expected'] {
  const facts = exampleDonorYear(status, donor, gifts);
  const found = judgeDonorYear(facts, YEARS_LATER).findings.find((one) => one.rule === rule);
  if (found === undefined) return null;
  const { outcome, severity, remedy } = found;
  return { outcome, severity, toGo: remedy?.open ?? null };
}

function ofNotice({ status, gifts }: NoticeExample): NoticeExample['expected'] {
  const donor = {
    kind: 'natural_person',
    dutch: true,
    registered: true,
    lookThrough: false,
  } as const;
  const { duties } = judgeDonorYear(exampleDonorYear(status, donor, gifts), YEARS_LATER);
  const duty = duties.find(({ contribution }) => contribution === `gift-${String(gifts.length)}`);
  if (duty === undefined) return null;
  return { enforced: duty.due.enforced.lastDay, statutory: duty.due.statutory.lastDay };
}

/** The one filing of a kind that an example is about, wherever in the years of the law it falls. */
function filingOf(
  group: Group,
  { filing, election }: Pick<FilingExample, 'filing' | 'election'>,
  isThis: (expected: ExpectedFiling) => boolean,
): ExpectedFiling | null {
  const elections = election === null ? [] : [EXAMPLE_ELECTIONS[election]];
  const span = { from: plainDate('2013-05-01'), until: YEARS_LATER };
  const found = expectedFilings(group, elections, span);
  return found.find((expected) => expected.kind === filing && isThis(expected)) ?? null;
}

function ofFiling(example: FilingExample): FilingExample['expected'] {
  const { status, statusFrom, year, by, filedOn, missing, judgedOn } = example;
  const expected = filingOf(
    exampleGroup(status, statusFrom),
    example,
    (one) => one.year === year && one.recipient === by,
  );
  if (expected === null) return null;
  const parts = expected.parts.filter(({ part }) => missing.includes(part));
  const received = filedOn === null ? null : { filedOn, ref: 'filing', version: 1, missing: parts };
  const findings = judgeFiling(expected, received, judgedOn);
  return {
    lastDay: expected.lastDay,
    findings: findings.map(({ outcome, severity }) => ({ outcome, severity })),
  };
}

function ofListing(example: ListingExample): ListingExample['expected'] | null {
  const { status, year, total } = example;
  const expected = filingOf(
    exampleGroup(status),
    example,
    (one) => one.election !== null || one.year === year,
  );
  const partYear = expected?.partYearThresholds.find((one) => one.year === year);
  const threshold = partYear ?? expected?.threshold ?? null;
  if (threshold === null) return null;
  return { threshold: threshold.value, listed: reaches(total, threshold.value) };
}

function ofDebt({ amount, since, paidOn }: DebtExample): DebtExample['expected'] {
  const debt = {
    ref: 'debt',
    debtor: 'party',
    creditor: 'creditor',
    particulars: { name: true, address: false },
    underAdministrativeLaw: false,
    balances: [
      { on: since, balance: amount },
      ...(paidOn === null ? [] : [{ on: paidOn, balance: ZERO }]),
    ],
  };
  const [found] = judgeDebtParticulars(debt, YEARS_LATER);
  return found === undefined ? null : { outcome: found.outcome };
}

function ofReport(example: InternalReportExample): InternalReportExample['expected'] | null {
  const { by, amount, receivedOn, reportedOn, judgedOn } = example;
  const group = exampleGroup('political_party');
  const donorKind = 'natural_person';
  const contribution = { ref: 'gift', recipient: by, amount, receivedOn, donorKind } as const;
  const term = internalReportTerm(group, contribution);
  if (term === null) return null;
  const [found] = judgeInternalReport(group, contribution, reportedOn, judgedOn);
  return { lastDay: term.lastDay, outcome: found?.outcome ?? null };
}

function ofRetention({ receivedOn }: RetentionExample): RetentionExample['expected'] | null {
  const years = parameter('retention_years', receivedOn);
  return years === 'unknown' ? null : { keptUntil: retainedUntil(receivedOn, years.value) };
}

/** What the rules of today say of an example: the same shape as its `expected`. */
export function runExample(example: Example): Example['expected'] {
  switch (example.kind) {
    case 'receipts':
      return ofReceipts(example);
    case 'notice':
      return ofNotice(example);
    case 'filing':
      return ofFiling(example);
    case 'listing':
      return ofListing(example);
    case 'debt':
      return ofDebt(example);
    case 'internal_report':
      return ofReport(example);
    case 'retention':
      return ofRetention(example);
  }
}
