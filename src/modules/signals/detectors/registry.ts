import { type Detector, type DetectorCode } from './detector';
import { type ScopeKind, type ScopeOf } from './facts';
import { oneOwnerSeveralDonors, ownerAndCompany, sameAccount } from './owners';
import { filedInOneGo, lateOften, suddenChange } from './parties';
import { splitInTime, splitOverNewYear, splitOverRecipients } from './splitting';
import { splitOverOwner, splitOverRelatives } from './splitting-together';
import { aroundDecision, groupTotal, roundTrip, severalParties } from './spread';
import { fundedBeforeGiving, lookThroughMissing, usedOnce } from './vehicles';

type DetectorsOf = { readonly [Kind in ScopeKind]: readonly Detector<Kind>[] };

export const DETECTORS: DetectorsOf = {
  donor: [
    splitInTime,
    splitOverNewYear,
    splitOverRecipients,
    fundedBeforeGiving,
    usedOnce,
    lookThroughMissing,
    severalParties,
    groupTotal,
    roundTrip,
  ],
  circle: [splitOverRelatives, splitOverOwner, oneOwnerSeveralDonors, ownerAndCompany, sameAccount],
  party: [lateOften, filedInOneGo, suddenChange],
  decision: [aroundDecision],
};

/** What a page needs to know of a detector. */
export type DetectorHead = Pick<Detector, 'code' | 'scope' | 'weight' | 'parameters'>;

/** All kinds of signals, in the order in which they are explained. */
export const DETECTOR_LIST: readonly DetectorHead[] = [
  splitInTime,
  splitOverNewYear,
  splitOverRecipients,
  splitOverRelatives,
  splitOverOwner,
  groupTotal,
  oneOwnerSeveralDonors,
  ownerAndCompany,
  fundedBeforeGiving,
  usedOnce,
  lookThroughMissing,
  roundTrip,
  sameAccount,
  severalParties,
  aroundDecision,
  lateOften,
  filedInOneGo,
  suddenChange,
];

export const DETECTOR_CODES: readonly DetectorCode[] = DETECTOR_LIST.map(({ code }) => code);

export function isDetectorCode(code: string): code is DetectorCode {
  return DETECTOR_CODES.some((known) => known === code);
}

/** @throws Error for a code that no detector has. */
export function detectorHead(code: DetectorCode): DetectorHead {
  const head = DETECTOR_LIST.find((one) => one.code === code);
  if (head === undefined) throw new Error(`no detector is called "${code}"`);
  return head;
}

export type { ScopeOf };
