import { type Group, type Membership } from '../facts/group';
import { contains, overlaps, type Period } from '../kernel/period';
import { type PlainDate } from '../kernel/plain-date';
import { isAffiliate } from '../rules/receipts';

/** Someone of the group with every day that it belonged to it within a period. */
export interface Belonging {
  readonly recipient: Membership['recipient'];
  readonly kind: Membership['kind'];
  readonly name: string;
  readonly period: { readonly from: PlainDate; readonly until: PlainDate };
}

interface Span {
  readonly from: PlainDate;
  readonly until: PlainDate;
}

/** The part of a membership that falls within a span; the two are known to overlap. */
function within({ from, until }: Period, span: Span): Span {
  return {
    from: from > span.from ? from : span.from,
    until: until !== null && until < span.until ? until : span.until,
  };
}

/**
 * Every affiliate that belonged to the group on some day of the span, once each, in the order of
 * the members. Who left and came back reports from the first day to the last, under the latest name.
 */
export function affiliatesIn(group: Group, span: Span): readonly Belonging[] {
  const found = group.members.filter(
    (member) => isAffiliate(member.kind) && overlaps(member, span),
  );
  return [...new Set(found.map(({ recipient }) => recipient))].flatMap((recipient) => {
    const own = found.filter((member) => member.recipient === recipient);
    const inOrder = own.toSorted((a, b) => (a.from < b.from ? -1 : 1));
    const [first, last] = [inOrder[0], inOrder.at(-1)];
    if (first === undefined || last === undefined) return [];
    const period = { from: within(first, span).from, until: within(last, span).until };
    return [{ recipient, kind: last.kind, name: last.name, period }];
  });
}

export function candidatesOn(group: Group, day: PlainDate): readonly Membership[] {
  return group.members.filter((member) => member.kind === 'candidate' && contains(member, day));
}

/** The party or association itself: the last one that belonged to the group within the period. */
export function headIn(group: Group, period: Period): Membership | null {
  const heads = group.members.filter(({ kind }) => kind === 'party');
  return heads.findLast((member) => overlaps(member, period)) ?? null;
}
