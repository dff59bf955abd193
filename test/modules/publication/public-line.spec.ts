import fc from 'fast-check';
import {
  changeTo,
  keepWhatWasPublished,
} from '../../../src/modules/publication/facts/public-change';
import { type PublicGift } from '../../../src/modules/publication/facts/public-gift';
import {
  type PublicLine,
  publicLineOf,
  type SourceGift,
} from '../../../src/modules/publication/facts/public-line';
import { redacted } from '../../../src/modules/publication/facts/redact';
import { wantedLines } from '../../../src/modules/publication/facts/wanted-lines';

const SOURCE: SourceGift = {
  partyId: 'party-uid',
  tenantId: 'tenant-uid',
  key: 'contribution:1',
  source: 'filed',
  line: 'gift',
  partySlug: 'polderpartij',
  partyName: 'Polderpartij',
  recipientId: 'recipient-uid',
  recipientName: 'Polderpartij',
  recipientKind: 'party',
  donorUid: 'donor-uid',
  donorId: 'D-0000000001',
  donorKind: 'natural_person',
  donorName: 'J. van der Dijk',
  donorAddress: 'Kade 1',
  donorResidence: 'Zwolle',
  donorCountry: 'NL',
  shielding: null,
  beneficialOwners: [],
  donorWithheld: false,
  ubosWithheld: [],
  type: 'gift',
  form: 'money',
  year: 2025,
  receivedOn: '2025-03-07' as SourceGift['receivedOn'],
  amountCents: 1_200_000,
  returnedCents: 0,
  annulled: false,
  filedIn: ['notice'],
  filedOn: '2025-03-10' as SourceGift['filedOn'],
  listRemark: null,
};

const aSource = (changes: Partial<SourceGift>): SourceGift => ({ ...SOURCE, ...changes });

/** Every key of every object in a value. */
function keysIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(keysIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysIn(inner)]);
}

const ALLOWED = new Set(
  `party slug name recipient kind donor id address residence country shielding beneficialOwners line
   type form year receivedOn amountCents returnedCents annulled filedIn filedOn filedAfterDays
   remark`.split(/\s+/),
);

describe('The allow list is the only way to the public (art. 25 lid 5)', () => {
  const word = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme-ascii' });

  it('whatever else a source holds, at any depth, no field beside the list comes through', () => {
    const extra = fc.dictionary(
      word.map((name) => `secret${name}`),
      fc.constant('KANARIE'),
    );
    fc.assert(
      fc.property(extra, extra, (beside, inside) => {
        const owner = { name: 'U. Bo', residence: 'Tiel', ...inside };
        const source = { ...aSource({ beneficialOwners: [owner] }), ...beside };
        const line = publicLineOf(source);
        expect(JSON.stringify(line)).not.toContain('KANARIE');
        expect(keysIn(line).filter((key) => !ALLOWED.has(key))).toEqual([]);
      }),
    );
  });

  it.each(['natural_person', 'estate', 'anonymous'])('of a %s no street', (donorKind) => {
    fc.assert(
      fc.property(word, (street) => {
        const line = publicLineOf(aSource({ donorKind, donorAddress: `Kanarie ${street}` }));
        expect(JSON.stringify(line)).not.toContain('Kanarie');
      }),
    );
  });

  it('of a company the whole address, of a beneficial owner the place', () => {
    const beneficialOwners = [{ name: 'U. Bo', residence: 'Kade 61, 1504 AL Tiel' }];
    const line = publicLineOf(aSource({ donorKind: 'legal_person', beneficialOwners }));
    expect(line.donor.address).toBe('Kade 1');
    expect(line.beneficialOwners).toEqual([{ name: 'U. Bo', residence: 'Tiel' }]);
  });

  it('who is shielded has no name, place or number, whatever else is known', () => {
    for (const changes of [{ donorWithheld: true }, { shielding: 'wfpp_25_5' as const }])
      expect(publicLineOf(aSource(changes)).donor).toEqual({
        ...{ id: null, name: null, address: null, residence: null, country: null },
        ...{ kind: 'natural_person', shielding: 'wfpp_25_5' },
      });
  });

  it('taking a name out twice is taking it out once, and gives what a new line gives', () => {
    const gift = { ...publicLineOf(SOURCE) } as unknown as PublicGift;
    const shield = { donor: true, owners: [] };
    expect(redacted(redacted(gift, shield), shield)).toEqual(redacted(gift, shield));
    expect(redacted(gift, shield).donor).toEqual(
      publicLineOf(aSource({ donorWithheld: true })).donor,
    );
  });

  it('no words of a party come through, only the remarks of the ministry', () => {
    const said = { listRemark: 'legaat van mijn tante', type: 'in_kind', form: 'in_kind' } as const;
    expect(publicLineOf(aSource({ ...said, source: 'list' })).remark).toBe('legaat, in natura');
    expect(publicLineOf(aSource(said)).remark).toBe('in natura');
    const other = aSource({ listRemark: 'terug te bellen', source: 'list' });
    expect(publicLineOf(other).remark).toBeNull();
  });
});

describe('What is single and what is summed (law.md section 10)', () => {
  const gift = (key: string, cents: number, changes: Partial<SourceGift> = {}): SourceGift =>
    aSource({ key, amountCents: cents, ...changes });
  const shown = (
    sources: readonly SourceGift[],
    single: ReadonlySet<string> = new Set(),
  ): readonly (readonly [string, number])[] =>
    [...wantedLines(sources, single)].flatMap(([, line]) =>
      line === null ? [] : [[line.line, line.amountCents] as const],
    );

  it.each([
    [999_999, [['rest', 999_999]]],
    [1_000_000, [['gift', 1_000_000]]],
  ])('of a notice a gift of %i cents is %j', (cents, expected) => {
    expect(shown([gift('a', cents)])).toEqual(expected);
  });

  it('in an overview each gift stands by itself, however small', () => {
    const small = gift('a', 30_000, { filedIn: ['annual_overview', 'notice'] });
    expect(shown([small, gift('b', 20_000)])).toEqual([
      ['gift', 30_000],
      ['rest', 20_000],
    ]);
  });

  it('a gift that is public by itself stays so when it is corrected below the threshold', () => {
    expect(shown([gift('a', 800_000)], new Set(['a']))).toEqual([['gift', 800_000]]);
  });

  it('gifts within the group, and gifts nobody filed, stay out', () => {
    expect(shown([gift('a', 2_000_000, { donorKind: 'group_member' })])).toEqual([]);
    expect(shown([gift('a', 2_000_000, { filedIn: [] })])).toEqual([]);
  });

  it('the lines of any gifts of one donor add up to what the gifts add up to', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 3_000_000 }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(amounts, (cents) => {
        const lines = shown(cents.map((one, at) => gift(String(at), one)));
        const sum = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0);
        expect(sum(lines.map(([, amount]) => amount))).toBe(sum(cents));
      }),
    );
  });
});

describe('What is a change for the public', () => {
  const line: PublicLine = publicLineOf(SOURCE);

  it.each([
    ['nothing was and something is', line, null, 'new'],
    ['nothing was and it is annulled', { ...line, annulled: true }, null, null],
    ['it is the same', line, line, null],
    ['only something was paid back', { ...line, returnedCents: 5 }, line, 'returned'],
    ['the amount is another', { ...line, amountCents: 5 }, line, 'corrected'],
    ['it is not there any more', null, line, 'annulled'],
    ['it was annulled before', null, { ...line, annulled: true }, null],
  ])('%s', (_when, wanted, now, change) => {
    expect(changeTo(wanted, now)).toBe(change);
  });

  it('a place that changed later is not taken over; another name is, with its place', () => {
    const moved = publicLineOf(aSource({ donorResidence: 'Zutphen' }));
    expect(keepWhatWasPublished(moved, line).donor.residence).toBe('Zwolle');
    const renamed = publicLineOf(aSource({ donorName: 'J. Dijk', donorResidence: 'Zutphen' }));
    expect(keepWhatWasPublished(renamed, line).donor).toMatchObject({
      name: 'J. Dijk',
      residence: 'Zutphen',
    });
  });
});
