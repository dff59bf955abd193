import { makeHardSet, makeSet } from '../../identity-set/make-set';
import { type Measured, measure } from '../../identity-set/measure';
import { readPersonName } from '../../../src/modules/donors/matching/person-name';
import { readAddress } from '../../../src/modules/donors/matching/address';
import { readOrganisationName } from '../../../src/modules/donors/matching/organisation-name';
import { fingerprintOf } from '../../../src/modules/donors/matching/fingerprint';
import { scoreOf } from '../../../src/modules/donors/matching/score';
import { type DonorDescription } from '../../../src/modules/donors/public';

const NOTHING: DonorDescription = {
  kind: 'natural_person',
  name: null,
  address: null,
  residence: null,
  country: null,
  tradeRegisterNumber: null,
  iban: null,
};

function certaintyOf(one: Partial<DonorDescription>, other: Partial<DonorDescription>): string {
  const print = (part: Partial<DonorDescription>): ReturnType<typeof fingerprintOf> =>
    fingerprintOf({ ...NOTHING, ...part });
  const there = scoreOf(print(one), print(other)).certainty;
  const back = scoreOf(print(other), print(one)).certainty;
  expect(back).toBe(there);
  return there;
}

const percent = (part: number): string => `${(part * 100).toFixed(2)} %`;

function say(name: string, found: Measured): void {
  const { automatic, wrong, queued, precision, recall, recallAutomatic } = found;
  process.stdout.write(
    `${name}: ${String(automatic)} linked by themselves, ${String(wrong)} wrong, precision ` +
      `${percent(precision)}; ${String(queued)} asked; recall ${percent(recall)} with the queue, ` +
      `${percent(recallAutomatic)} without\n`,
  );
}

describe('Donor identity on the test half of the labelled set (test/identity-set)', () => {
  it.each([2, 4])(
    'seed %d: at least 99 in 100 automatic links are right, and 95 in 100 are found with the queue',
    (seed) => {
      const found = measure(makeSet(seed, 10_000));
      say(`test half, seed ${String(seed)}`, found);
      expect(found.precision).toBeGreaterThanOrEqual(0.99);
      expect(found.recall).toBeGreaterThanOrEqual(0.95);
      expect(found.recallAutomatic).toBeGreaterThan(0.5);
    },
  );

  it('nothing but families, namesakes and generations: stated apart, and at least 93 in 100', () => {
    const found = measure(makeHardSet(2, 1000));
    say('hard set', found);
    expect(found.precision).toBeGreaterThanOrEqual(0.93);
    expect(found.recall).toBeGreaterThanOrEqual(0.93);
  });
});

describe('Dutch names are read as they are written', () => {
  const berg = { surnames: [{ core: 'berg', sound: 'berg', joined: 'vandenberg' }] };
  it.each([
    ['J. van den Berg', 'j'],
    ['Berg, J. van den', 'j'],
    ['van den Berg, J.', 'j'],
    ['BERG VAN DEN J', 'j'],
    ['Hr J P VAN DEN BERG', 'jp'],
    ['drs. J.P. van den Berg', 'jp'],
    ['Jan-Peter van den Berg', 'jp'],
    ['JP van den Berg MSc', 'jp'],
  ])('%s', (written, initials) => {
    expect(readPersonName(written)).toMatchObject({ ...berg, initials });
  });

  it.each([
    ['M. Jansen-de Vries', ['jansen', 'vries']],
    ['M. de Vries - Jansen', ['vries', 'jansen']],
    ['Maria Hendriks-ter Horst', ['hendriks', 'horst']],
    ["E. van 't Hof", ['hof']],
    ['J.P. v.d. Berg', ['berg']],
    ['De heer D.R. Bakker sr.', ['bakker']],
  ])('%s has the surnames %j', (written, cores) => {
    expect(readPersonName(written).surnames.map(({ core }) => core)).toEqual(cores);
  });

  it('a company is what tells it from others; its form and its role stand apart', () => {
    expect(readOrganisationName('Bouwbedrijf De Boer Holding B.V.')).toMatchObject({
      core: 'boer bouwbedryf',
      form: 'bv',
      roles: 'holding',
    });
    expect(readOrganisationName('De Boer Bouwbedrijf BV')).toMatchObject({
      core: 'boer bouwbedryf',
      form: 'bv',
      roles: '',
    });
  });

  it.each(['Dorpsstraat 12a, 1234 AB', 'Dorpsstr. 12-A 1234AB', 'DORPSSTRAAT 12 A, 1234 AB'])(
    'one door: %s',
    (written) => {
      expect(readAddress(written, "'s-Gravenhage")).toEqual(
        readAddress('Dorpsstraat 12a, 1234 AB', 'Den Haag'),
      );
    },
  );
});

describe('Who is never one by itself', () => {
  const home = { address: 'Dorpsstraat 1, 1234 AB', residence: 'Utrecht' };
  const iban = 'NL91ABNA0417164300';

  it.each([
    [
      'another first name at one address',
      { name: 'Jan de Vries', ...home },
      { name: 'Karel de Vries', ...home },
    ],
    [
      'other initials at one address',
      { name: 'J.P. de Vries', ...home },
      { name: 'J.M. de Vries', ...home },
    ],
    ['a couple with one account', { name: 'J. de Vries', iban }, { name: 'M. Jansen', iban }],
    [
      'father and son of one name, by their birth days',
      { name: 'Jan de Vries', ...home, dateOfBirth: '1950-01-01' },
      { name: 'Jan de Vries', ...home, dateOfBirth: '1980-01-01' },
    ],
    [
      'senior and junior',
      { name: 'Jan de Vries sr.', ...home },
      { name: 'Jan de Vries jr.', ...home },
    ],
    [
      'a company and its owner',
      { name: 'J. de Vries', iban, ...home },
      { name: 'J. de Vries B.V.', kind: 'undertaking' as const, iban, ...home },
    ],
    [
      'a holding and its working company',
      { name: 'De Vries Holding B.V.', kind: 'undertaking' as const, ...home },
      { name: 'De Vries B.V.', kind: 'undertaking' as const, ...home },
    ],
    [
      'a foundation and a company of one name',
      { name: 'Stichting De Vries', kind: 'foundation' as const, ...home },
      { name: 'De Vries B.V.', kind: 'undertaking' as const, ...home },
    ],
    [
      'two numbers in the trade register',
      {
        name: 'De Vries B.V.',
        kind: 'undertaking' as const,
        tradeRegisterNumber: '12345678',
        ...home,
      },
      {
        name: 'De Vries B.V.',
        kind: 'undertaking' as const,
        tradeRegisterNumber: '87654321',
        ...home,
      },
    ],
  ])('%s', (_who, one, other) => {
    expect(certaintyOf(one, other)).toBe('none');
  });

  it.each([
    [
      'a name alone, however rare',
      { name: 'Xaverius Quistenburg' },
      { name: 'Xaverius Quistenburg' },
    ],
    [
      'an initial against a name at one address',
      { name: 'J. de Vries', ...home },
      { name: 'Jan de Vries', ...home },
    ],
    ['an account without the name', { name: null, iban }, { name: 'J. de Vries', iban, ...home }],
    [
      'letters of another script that look like ours',
      { name: 'P. Рietersen', iban, ...home },
      { name: 'P. Pietersen', iban, ...home },
    ],
  ])('%s is asked', (_what, one, other) => {
    expect(certaintyOf(one, other)).not.toBe('certain');
  });

  it.each([
    ['name and account', { name: 'J.P. de Vries', iban }, { name: 'Vries, J.P. de', iban }],
    ['name and door', { name: 'Kees van Dijk', ...home }, { name: 'Cornelis van Dyk', ...home }],
    [
      'accents in either form',
      { name: 'Zoe\u0308 K\u00f6hler', ...home },
      { name: 'Zo\u00eb Kohler', ...home },
    ],
    [
      'number in the trade register and name',
      { name: 'De Vries Bouw B.V.', kind: 'undertaking' as const, tradeRegisterNumber: '12345678' },
      { name: 'Bouw de Vries BV', kind: null, tradeRegisterNumber: '12345678' },
    ],
  ])('%s agree: linked', (_what, one, other) => {
    expect(certaintyOf(one, other)).toBe('certain');
  });
});
