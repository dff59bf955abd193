import fc from 'fast-check';
import { addDays, plainDate } from '../../src/legal/kernel/plain-date';
import { type FoundSignal } from '../../src/modules/signals/detectors/judge';
import { World } from './world';

const TODAY = '2026-03-02';
const PARTIES = ['Polderpartij', 'Duinpartij'] as const;
const KINDS = ['natural_person', 'legal_person', 'foundation'] as const;
const NAMES = ['A. de Vries', 'B. de Vries', 'J. Baas', 'Een B.V.'] as const;

/** Amounts around every limit, where a cent matters. */
const amount = fc.oneof(
  fc.constantFrom(25_000, 25_001, 99_999, 100_000, 999_999, 1_000_000, 10_000_000),
  fc.integer({ min: 1, max: 12_000_000 }),
);
const gift = fc.record({
  donor: fc.nat({ max: 5 }),
  party: fc.nat({ max: 1 }),
  amount,
  day: fc.nat({ max: 800 }),
  institute: fc.boolean(),
  back: fc.boolean(),
});
const donor = fc.record({
  kind: fc.constantFrom(...KINDS),
  name: fc.constantFrom(...NAMES),
  home: fc.boolean(),
  account: fc.boolean(),
  owned: fc.boolean(),
});
const facts = fc.record({
  donors: fc.array(donor, { minLength: 6, maxLength: 6 }),
  gifts: fc.array(gift, { maxLength: 30 }),
});
type Facts = typeof facts extends fc.Arbitrary<infer T> ? T : never;

function counter(): () => string {
  let next = 0;
  return () => {
    next += 1;
    return `id-${String(next).padStart(4, '0')}`;
  };
}

function worldOf({ donors, gifts }: Facts): World {
  const world = new World(counter());
  const parties = PARTIES.map((name) => world.party(name));
  const ids = donors.map(({ kind, name, home, account, owned }) =>
    world.donor({
      kind,
      name,
      ...(home ? { address: 'Dorpsstraat 1' } : {}),
      ...(account ? { accounts: ['NL01'] } : {}),
      ...(owned ? { ubos: [['J. Baas', 'Utrecht']] as const } : {}),
    }),
  );
  for (const one of gifts)
    world.gift(
      ids[one.donor] ?? '',
      parties[one.party] ?? '',
      one.amount,
      addDays(plainDate('2024-01-01'), one.day),
      { recipient: one.institute ? 'institute' : 'party', returned: one.back ? one.amount : 0 },
    );
  return world;
}

function told(found: readonly FoundSignal[]): readonly string[] {
  return found
    .map(({ code, scope, subject, figures, rows }) =>
      JSON.stringify([code, scope, subject, figures, rows.map(({ key }) => key).toSorted()]),
    )
    .toSorted();
}

describe('Whatever is given', () => {
  it('the order in which gifts are read changes nothing', () => {
    fc.assert(
      fc.property(facts, fc.integer(), (one, seed) => {
        const world = worldOf(one);
        const before = told(world.find(TODAY));
        const turned = seed % 2 === 0 ? world.gifts.toReversed() : world.gifts.toSorted(() => -1);
        world.gifts.splice(0, world.gifts.length, ...turned);
        expect(told(world.find(TODAY))).toEqual(before);
      }),
    );
  });

  it('evidence is never empty, names real gifts only, and each of them once', () => {
    fc.assert(
      fc.property(facts, (one) => {
        const world = worldOf(one);
        const known = new Set(world.gifts.map(({ partyId, key }) => `gift:${partyId}:${key}`));
        for (const { rows } of world.find(TODAY)) {
          const gifts = rows.filter(({ kind }) => kind === 'gift');
          expect(rows.length).toBeGreaterThan(0);
          expect(gifts.every(({ key }) => known.has(key))).toBe(true);
          expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
        }
      }),
    );
  });

  it('a pattern is found once: no two signals of one kind have the same subject', () => {
    fc.assert(
      fc.property(facts, (one) => {
        const keys = worldOf(one)
          .find(TODAY)
          .map(({ code, scope, subject }) => `${code}|${scope}|${subject}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('what a stranger gives to another party changes nothing for the others', () => {
    fc.assert(
      fc.property(facts, amount, (one, cents) => {
        const world = worldOf(one);
        const before = told(world.find(TODAY));
        const stranger = world.donor({ name: 'Z. Onbekend' });
        world.gift(stranger, world.party('Elders'), cents, '2025-05-05');
        const after = world.find(TODAY).filter(({ rows }) => {
          return !rows.some(({ donorId }) => donorId === stranger);
        });
        expect(told(after)).toEqual(before);
      }),
    );
  });
});
