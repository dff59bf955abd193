import { type LawReference } from '../kernel/law-reference';

function wfpp(
  article: string,
  paragraph?: string,
  parts: readonly string[] = [],
): readonly LawReference[] {
  const place = {
    law: 'Wfpp',
    article,
    ...(paragraph === undefined ? {} : { paragraph }),
  } as const;
  return parts.length === 0 ? [place] : parts.map((part) => ({ ...place, part }));
}

/** Art. 37 lid 1: what the Minister may fine. A place without paragraph or part stands for all. */
export const FINEABLE_PROVISIONS: readonly LawReference[] = [
  ...wfpp('20', '1', ['b', 'e']),
  ...wfpp('21', '1'),
  ...wfpp('21', '3'),
  ...wfpp('21a'),
  ...wfpp('23', '1'),
  ...wfpp('23a', '1'),
  ...wfpp('23a', '2'),
  ...wfpp('23a', '3'),
  ...wfpp('25', '1', ['a', 'b', 'c', 'd']),
  ...wfpp('25', '2'),
  ...wfpp('25a', '1'),
  ...wfpp('25a', '2'),
  ...wfpp('27', '3'),
  ...wfpp('27', '4'),
  ...wfpp('28', '1', ['a', 'b']),
  ...wfpp('28', '2'),
  ...wfpp('28a', '1'),
  ...wfpp('28a', '2'),
  ...wfpp('29', '1'),
  ...wfpp('29', '2'),
  ...wfpp('29', '5'),
  ...wfpp('29b'),
  ...wfpp('30', '2', ['a', 'b']),
  ...wfpp('31', '3'),
  ...wfpp('32', '1'),
  ...wfpp('32', '2'),
  ...wfpp('32a'),
  ...wfpp('33'),
];

function holds(provision: LawReference, place: LawReference): boolean {
  return (
    provision.law === place.law &&
    provision.article === place.article &&
    (provision.paragraph === undefined || provision.paragraph === place.paragraph) &&
    (provision.part === undefined || provision.part === place.part)
  );
}

/** True when breaking this place can be fined; a place less exact than the list is not in it. */
export function isFineableProvision(place: LawReference): boolean {
  return FINEABLE_PROVISIONS.some((provision) => holds(provision, place));
}
