import { type CaseSummary } from '../../enforcement/public';

/** Who looks, and the cases about what they look at. */
export interface CaseReader {
  readonly mayOpen: boolean;
  readonly once: string;
  readonly cases: readonly CaseSummary[];
}

/** The case there is, or the button that opens one: at most one of the two. */
export function openingOf(
  { mayOpen, once, cases }: CaseReader,
  about: { readonly from: 'proposal' | 'finding'; readonly id: string },
): object {
  const [first] = cases;
  return {
    case: first === undefined ? null : { href: `/toezicht/zaken/${first.id}`, text: first.number },
    opening: first === undefined && mayOpen ? { ...about, once } : null,
  };
}
