import { type DetectorCode } from '../../src/modules/signals/detectors/detector';
import { type FoundSignal } from '../../src/modules/signals/detectors/judge';
import { DETECTOR_CODES } from '../../src/modules/signals/detectors/registry';
import { CONTROL_TODAY, CONTROL_YEAR, controlYear } from './control-year';

export interface Measured {
  readonly years: number;
  readonly donors: number;
  readonly gifts: number;
  readonly found: Readonly<Record<DetectorCode, number>>;
}

/** A signal belongs to the year that is measured when one of its rows does. */
function isOfYear({ rows }: FoundSignal): boolean {
  const year = String(CONTROL_YEAR);
  return rows.some(({ day, about }) => (day ?? about ?? '').startsWith(year));
}

/** How many signals of each kind are found in years in which nothing was planted. */
export function measureControlYears(seeds: readonly number[]): Measured {
  const found = Object.fromEntries(DETECTOR_CODES.map((code) => [code, 0])) as Record<
    DetectorCode,
    number
  >;
  let [donors, gifts] = [0, 0];
  for (const seed of seeds) {
    const { world, around } = controlYear(seed);
    const ofYear = world.gifts.filter(({ year }) => year === CONTROL_YEAR);
    donors += new Set(ofYear.map(({ donorId }) => donorId)).size;
    gifts += ofYear.length;
    for (const signal of world.find(CONTROL_TODAY, around).filter(isOfYear))
      found[signal.code] += 1;
  }
  return { years: seeds.length, donors, gifts, found };
}
