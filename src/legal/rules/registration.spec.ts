import { type Contribution } from '../facts/contribution';
import { type Donor, type DonorKind } from '../facts/donor';
import { type GroupStatus } from '../facts/group';
import {
  aContribution,
  aDonor,
  aDonorYear,
  aGroup,
  aRegisteredDonor,
  aStatus,
  BRANCH,
  CANDIDATE,
  INSTITUTE,
  LATER,
  PARTY,
  YOUTH,
} from '../testing/a-donor-year';
import { type Finding } from './finding';
import { judgeDonorYear } from './judge';
import { type JudgementPolicy } from './rule';

const DAY = '2025-03-03';
const NOTHING = { name: false, address: false, ubo: false };

interface Over {
  readonly donor?: Donor;
  readonly status?: GroupStatus;
  readonly policy?: JudgementPolicy;
}

function unregistered(
  contributions: readonly Contribution[],
  { donor = aDonor({ particulars: NOTHING }), status = 'political_party', policy }: Over = {},
): readonly Finding[] {
  const group = aGroup({ statuses: [aStatus(status, '2013-05-01')] });
  return judgeDonorYear(aDonorYear(contributions, { donor, group }), LATER, policy).findings.filter(
    ({ rule }) => rule === 'WFPP-21-1',
  );
}

describe('Wfpp art. 21 lid 1 and 2: who gave is registered, a single EUR 250 or less may be skipped', () => {
  it.each([
    ['250,00 may be skipped', 250, DAY, 0],
    ['250,01 may not', 250.01, DAY, 1],
    ['1 000,00 on 31 December 2022 might be skipped', 1_000, '2022-12-31', 0],
    ['1 000,01 on 31 December 2022 might not', 1_000.01, '2022-12-31', 1],
    ['1 000,00 on 1 January 2023 may not', 1_000, '2023-01-01', 1],
  ])('%s', (_, euros, receivedOn, findings) => {
    expect(unregistered([aContribution(euros, receivedOn)])).toHaveLength(findings);
  });

  it('looks at each contribution for itself: five of 250 may all be skipped', () => {
    expect(
      unregistered([250, 250, 250, 250, 250].map((euros) => aContribution(euros, DAY))),
    ).toEqual([]);
  });

  it('names what is missing, the contributions and the limit it saw', () => {
    const [small, large] = [aContribution(250, DAY), aContribution(300, '2025-06-02')];
    const donor = aDonor({ particulars: { name: true, address: false, ubo: true } });
    const [found] = unregistered([small, large], { donor });
    expect(found).toMatchObject({
      missing: ['address'],
      since: '2025-06-02',
      recipient: PARTY,
      contributions: [{ contribution: large.ref }],
    });
    expect(found?.parameters.map(({ key, source }) => [key, source])).toEqual([
      ['registration.skip_up_to', 'Wfpp art. 21 lid 2 onder a'],
      ['ubo_registered', 'Wfpp art. 21 lid 1 onder a'],
    ]);
  });

  it.each<[DonorKind, readonly string[]]>([
    ['natural_person', []],
    ['estate', []],
    ['legal_person', ['ubo']],
    ['undertaking', ['ubo']],
    ['foundation', ['ubo']],
    ['association', ['ubo']],
  ])('lid 1 onder a: the owner behind a %s', (kind, missing) => {
    const donor = aRegisteredDonor({
      kind,
      particulars: { name: true, address: true, ubo: false },
    });
    expect(unregistered([aContribution(300, DAY)], { donor })[0]?.missing ?? []).toEqual(missing);
  });

  it.each([
    ['2022-12-31', []],
    ['2023-01-01', ['ubo']],
  ])('the owner behind a company that gave on %s', (receivedOn, missing) => {
    const donor = aRegisteredDonor({ particulars: { name: true, address: true, ubo: false } });
    const [found] = unregistered([aContribution(5_000, receivedOn)], { donor });
    expect(found?.missing ?? []).toEqual(missing);
  });

  it('each recipient keeps its own register', () => {
    const gifts = [PARTY, YOUTH, INSTITUTE].map((recipient) =>
      aContribution(300, DAY, { recipient }),
    );
    expect(unregistered(gifts).map(({ recipient }) => recipient)).toEqual([
      PARTY,
      YOUTH,
      INSTITUTE,
    ]);
  });

  it('binds new associations; not candidates, blank lists and branches (art. 24)', () => {
    const gift = [aContribution(300, DAY)];
    expect(unregistered(gift, { status: 'new_association' })).toHaveLength(1);
    expect(unregistered(gift, { status: 'blank_list' })).toEqual([]);
    expect(unregistered([aContribution(300, DAY, { recipient: CANDIDATE })])).toEqual([]);
    expect(unregistered([aContribution(300, DAY, { recipient: BRANCH })])).toEqual([]);
  });

  it.each(['anonymous', 'group_member'] as const)('asks nothing of %s', (kind) => {
    const donor = aDonor({ kind, particulars: NOTHING });
    expect(unregistered([aContribution(300, DAY)], { donor })).toEqual([]);
  });

  it('cannot be decided without a known limit (D19)', () => {
    const policy: JudgementPolicy = {
      overrides: [{ key: 'registration.skip_up_to', unit: 'cents', values: [] }],
    };
    expect(unregistered([aContribution(300, DAY)], { policy })).toMatchObject([
      { severity: 'undecided', missing: ['parameter:registration.skip_up_to'] },
    ]);
  });
});
