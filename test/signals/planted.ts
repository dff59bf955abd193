import { type DetectorCode } from '../../src/modules/signals/detectors/detector';
import { type World } from './world';

export const TODAY = '2026-03-02';
export const EURO = 100;

export type Around = NonNullable<Parameters<World['find']>[1]>;
/** Gives what is known beside the facts, if anything. */
type Plant = (world: World) => unknown;

export interface Planted {
  readonly code: DetectorCode;
  readonly what: string;
  readonly plant: Plant;
}

/** For each kind what makes it a pattern, and what just does not. */
export class Patterns {
  readonly found: Planted[] = [];
  readonly besides: Planted[] = [];

  both(
    code: DetectorCode,
    found: Readonly<Record<string, Plant>>,
    besides: Readonly<Record<string, Plant>>,
  ): void {
    for (const [what, plant] of Object.entries(found)) this.found.push({ code, what, plant });
    for (const [what, plant] of Object.entries(besides)) this.besides.push({ code, what, plant });
  }
}

/** Gifts of one donor: [euros, day, recipient]. */
export function series(
  world: World,
  gifts: readonly (readonly [number, string, string?])[],
  kind = 'natural_person',
): void {
  const party = world.party('Polderpartij');
  const donor = world.donor({ kind });
  for (const [euros, day, recipient = 'party'] of gifts)
    world.gift(donor, party, Math.round(euros * EURO), day, { recipient });
}

/** Donors with something in common, each with one gift: [euros, day]. */
export function together(
  world: World,
  donors: readonly Parameters<World['donor']>[0][],
  gifts: readonly (readonly [number, string])[],
): void {
  const party = world.party('Polderpartij');
  for (const [at, donor] of donors.entries()) {
    const [euros, day] = gifts[at] ?? [0, ''];
    world.gift(world.donor(donor), party, Math.round(euros * EURO), day);
  }
}
