import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type DetectorCode, type Found, type Settings } from './detector';
import { type ScopeKind, type ScopeOf } from './facts';
import { DETECTORS } from './registry';

/** A pattern with where it was found. */
export interface FoundSignal extends Found {
  readonly code: DetectorCode;
  readonly scope: string;
  readonly weight: number;
}

/** What the overseer set: a detector that is absent is switched off. */
export type SettingsByCode = ReadonlyMap<DetectorCode, Settings>;

/** All patterns in one scope, by the detectors that are switched on. */
export function judgeScope<Kind extends ScopeKind>(
  kind: Kind,
  facts: ScopeOf[Kind],
  settings: SettingsByCode,
  today: PlainDate,
): readonly FoundSignal[] {
  return DETECTORS[kind].flatMap((detector) => {
    const own = settings.get(detector.code);
    if (own === undefined) return [];
    return detector.find(facts, own, today).map((found) => ({
      ...found,
      rows: [...new Map(found.rows.map((row) => [row.key, row])).values()],
      code: detector.code,
      scope: facts.key,
      weight: detector.weight,
    }));
  });
}
