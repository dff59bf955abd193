import { type OverviewLookThrough } from '../facts/filing';
import { sum, type EuroCents } from '../kernel/euro-cents';
import { type LawReference } from '../kernel/law-reference';
import { type SeenDocument } from '../rules/finding';
import { bothAmounts, difference, labelled, latest, type Difference } from './difference';
import { type DeclaredOverview, type ReconciliationSources } from './sources';
import { standingFilings, type FiledVersion } from './statements';

const CODE = 'FILINGS-DIFFER';

const BASIS: LawReference = { law: 'Wfpp', article: '21a', paragraph: '1' };

type Givers = readonly { readonly name: string; readonly amount: EuroCents }[];

interface Stated {
  readonly filing: FiledVersion;
  readonly entry: OverviewLookThrough;
}

function sameGivers(a: Givers, b: Givers): boolean {
  const printed = (givers: Givers): string =>
    JSON.stringify(givers.map(({ name, amount }) => JSON.stringify([name, amount])).toSorted());
  return printed(a) === printed(b);
}

function totalOf(givers: Givers): EuroCents {
  return sum(givers.map(({ amount }) => amount));
}

/** What the entry should say: the overview it names, or else the newest received by the filing. */
function declaredFor(
  { filing, entry }: Stated,
  declared: readonly DeclaredOverview[],
): DeclaredOverview | null {
  const own = declared.filter(({ donor, year }) => donor === entry.donor && year === entry.year);
  const named = own.find(({ ref }) => ref === entry.overview);
  if (named !== undefined) return named;
  const received = own
    .filter(({ receivedOn }) => receivedOn <= filing.filedOn)
    .toSorted((a, b) => (`${a.receivedOn} ${a.ref}` < `${b.receivedOn} ${b.ref}` ? -1 : 1));
  return received.at(-1) ?? null;
}

function shown({ filing: { ref, version, filedOn } }: Stated, amount: EuroCents): SeenDocument {
  return { kind: 'filing', ref, version, amount, on: filedOn };
}

function besideDeclared(stated: Stated, declared: DeclaredOverview): readonly Difference[] {
  const { filing, entry } = stated;
  if (entry.overview !== null && sameGivers(entry.givers, declared.givers)) return [];
  const [here, there] = [totalOf(entry.givers), totalOf(declared.givers)];
  const { ref, receivedOn } = declared;
  return [
    difference(entry.year, {
      rule: CODE,
      outcome: 'look_through_differs',
      basis: BASIS,
      about: [filing.expected, 'declared', entry.donor, String(entry.year)],
      recipient: filing.content.recipient.ref,
      since: latest(filing.filedOn, receivedOn),
      documents: [
        shown(stated, here),
        { kind: 'look_through', ref, version: null, amount: there, on: receivedOn },
      ],
      amounts: bothAmounts(labelled('total_stated', here), labelled('total_declared', there)),
    }),
  ];
}

function besideOther(one: Stated, other: Stated): readonly Difference[] {
  const { entry } = one;
  const same =
    entry.donor === other.entry.donor &&
    entry.year === other.entry.year &&
    entry.overview !== null &&
    entry.overview === other.entry.overview;
  if (!same || sameGivers(entry.givers, other.entry.givers)) return [];
  const [here, there] = [totalOf(entry.givers), totalOf(other.entry.givers)];
  return [
    difference(entry.year, {
      rule: CODE,
      outcome: 'look_through_differs',
      basis: BASIS,
      about: [one.filing.expected, other.filing.expected, entry.donor, String(entry.year)],
      recipient: one.filing.content.recipient.ref,
      since: latest(one.filing.filedOn, other.filing.filedOn),
      documents: [shown(one, here), shown(other, there)],
      amounts: bothAmounts(labelled('total_stated', here), labelled('total_other', there)),
    }),
  ];
}

/**
 * What a foundation or association declared of its own givers, beside what each filing says of it,
 * and one filing beside another that names the same overview.
 */
export function lookThroughDiffers(sources: ReconciliationSources): readonly Difference[] {
  const stated = standingFilings(sources)
    .toSorted((a, b) => (a.expected < b.expected ? -1 : 1))
    .flatMap((filing) => filing.content.lookThrough.map((entry) => ({ filing, entry })));
  const declared = sources.lookThrough.filter(({ receivedOn }) => receivedOn <= sources.on);
  return stated.flatMap((one, at) => {
    const against = declaredFor(one, declared);
    const others = stated.slice(at + 1).filter(({ filing }) => filing !== one.filing);
    return [
      ...(against === null ? [] : besideDeclared(one, against)),
      ...others.flatMap((other) => besideOther(one, other)),
    ];
  });
}
