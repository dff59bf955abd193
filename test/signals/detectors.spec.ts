import { DETECTOR_CODES } from '../../src/modules/signals/detectors/registry';
import { surnameOf } from '../../src/modules/signals/detectors/names';
import { type Around, TODAY, together } from './planted';
import { OTHERS } from './planted-others';
import { SPLITS } from './planted-splits';
import { World } from './world';

const FOUND = [...SPLITS.found, ...OTHERS.found];
const NOT_FOUND = [...SPLITS.besides, ...OTHERS.besides];
const FAMILY = [
  { name: 'A. de Vries', address: 'Dorpsstraat 1' },
  { name: 'B. de Vries-Bakker', address: 'Dorpsstraat 1' },
];

describe('Every kind of signal finds its pattern', () => {
  it.each(FOUND)('$code: $what', ({ code, plant }) => {
    const world = new World();
    const around = (plant(world) ?? {}) as Around;
    expect(world.codes(TODAY, around)).toContain(code);
  });
  it('none is left out', () => {
    expect(new Set(FOUND.map(({ code }) => code))).toEqual(new Set(DETECTOR_CODES));
    expect(new Set(NOT_FOUND.map(({ code }) => code))).toEqual(new Set(DETECTOR_CODES));
  });
});

describe('And not what lies just beside it', () => {
  it.each(NOT_FOUND)('$code: $what', ({ code, plant }) => {
    const world = new World();
    const around = (plant(world) ?? {}) as Around;
    expect(world.codes(TODAY, around)).not.toContain(code);
  });
});

describe('The rows behind a signal', () => {
  it('are the gifts of the pattern and what ties the donors, and no others', () => {
    const world = new World();
    together(world, FAMILY, [
      [9_500, '2025-03-01'],
      [9_500, '2025-03-30'],
    ]);
    const party = [...world.parties.keys()][0]!;
    world.gift(world.donors[0]!.id, party, 4_999, '2025-08-01');
    const [signal] = world.find(TODAY).filter(({ code }) => code === 'split_over_relatives');
    expect(signal?.rows.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['gift', 950_000],
      ['gift', 950_000],
      ['tie', null],
      ['tie', null],
    ]);
  });
});

describe('A surname', () => {
  it.each([
    ['J.P. van den Berg', 'berg'],
    ['Van den Berg, J.P.', 'berg'],
    ['A. de Vries-Bakker', 'vries'],
    ['Ünal Çelik', 'celik'],
    ["D. in 't Veld", 'veld'],
    ['J.', null],
  ])('of %s is %s', (name, surname) => {
    expect(surnameOf(name)).toBe(surname);
  });
});
