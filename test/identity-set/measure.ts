import { fingerprintOf } from '../../src/modules/donors/matching/fingerprint';
import { type Choice, choose } from '../../src/modules/donors/matching/choose';
import { MatchIndex } from '../../src/modules/donors/matching/match-index';
import { type LabelledSet } from './make-set';

export interface Measured {
  readonly automatic: number;
  readonly wrong: number;
  readonly queued: number;
  readonly precision: number;
  /** Of those on record: linked, or in the queue with the right one among those shown. */
  readonly recall: number;
  readonly recallAutomatic: number;
  readonly milliseconds: number;
}

interface Verdict {
  readonly certainty: Choice['certainty'];
  readonly right: boolean;
  /** True for one on record who was linked or stands among those shown. */
  readonly reached: boolean;
  readonly there: boolean;
}

function verdictOf({ certainty, best, others }: Choice, meant: number): Verdict {
  const shown = certainty === 'doubt' ? [best, ...others] : [best];
  const reached = meant >= 0 && shown.some((found) => found?.at === meant);
  return { certainty, right: meant >= 0 && best?.at === meant, reached, there: meant >= 0 };
}

/** Runs the matching over a labelled set and counts what it got right. */
export function measure({ known, asked, truth }: LabelledSet): Measured {
  const start = performance.now();
  const index = new MatchIndex(known.map(fingerprintOf));
  const answers = asked.map((one) => choose(index.find(fingerprintOf(one))));
  const milliseconds = performance.now() - start;
  const verdicts = answers.map((answer, at) => verdictOf(answer, truth[at] ?? -1));
  const count = (wanted: (verdict: Verdict) => boolean): number => verdicts.filter(wanted).length;
  const automatic = count(({ certainty }) => certainty === 'certain');
  const right = count((verdict) => verdict.certainty === 'certain' && verdict.right);
  const there = count((verdict) => verdict.there);
  return {
    automatic,
    wrong: automatic - right,
    queued: count(({ certainty }) => certainty === 'doubt'),
    precision: right / automatic,
    recall: count(({ reached }) => reached) / there,
    recallAutomatic: right / there,
    milliseconds,
  };
}
