import { type Election } from '../facts/election';
import { type Group, type GroupStatus } from '../facts/group';
import { plainDate } from '../kernel/plain-date';
import { aGroup, aStatus, cents } from './a-donor-year';

/** Elections as they were held; the figures are those of law.md section 4.3 (D13). */
export function anElection(over: Partial<Election> = {}): Election {
  return {
    ref: 'election-1',
    name: 'Tweede Kamer 29 oktober 2025',
    pollingDay: plainDate('2025-10-29'),
    nominationDay: plainDate('2025-09-15'),
    thresholds: { party: null, candidate: null },
    ...over,
  };
}

export const TK2017 = anElection({
  ref: 'tk2017',
  name: 'Tweede Kamer 15 maart 2017',
  pollingDay: plainDate('2017-03-15'),
  nominationDay: plainDate('2017-01-30'),
  thresholds: { party: null, candidate: { value: cents(653), source: 'the ministry' } },
});

export const TK2023 = anElection({
  ref: 'tk2023',
  name: 'Tweede Kamer 22 november 2023',
  pollingDay: plainDate('2023-11-22'),
  nominationDay: plainDate('2023-10-09'),
  thresholds: { party: { value: cents(4_500), source: 'the ministry' }, candidate: null },
});

export const TK2025 = anElection({
  ref: 'tk2025',
  thresholds: { party: null, candidate: { value: cents(767.12), source: 'the ministry' } },
});

/** A group that had one status on every day of the Act, with the members of aGroup. */
export function aGroupThatIs(status: GroupStatus, from = '2013-05-01'): Group {
  return aGroup({ statuses: [aStatus(status, from)] });
}
