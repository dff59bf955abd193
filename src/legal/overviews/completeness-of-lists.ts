import { type OverviewDebt, type OverviewGift } from '../facts/filing';
import { reaches } from '../kernel/euro-cents';
import { type PlainDate } from '../kernel/plain-date';
import { WITH_OWNERS } from '../rules/registration';
import { AS_IN_FORCE } from '../rules/rule';
import { see } from '../rules/seen-parameter';
import { overviewTotals } from './draft-overview';
import { totalsOf } from './listed-gifts';
import { asksLookThrough } from './look-through-entries';
import { missing, type PartCheck } from './missing-part';

function ownerAsked({ donorKind, lines }: OverviewGift): boolean {
  const newest = lines.at(-1)?.receivedOn;
  if (newest === undefined || !WITH_OWNERS.includes(donorKind)) return false;
  const asked = see('ubo_registered', newest, AS_IN_FORCE);
  return asked.kind === 'set' && asked.value;
}

function lackingOf(gift: OverviewGift): readonly string[] {
  const owned = gift.ubos.some((ubo) => ubo.address !== null && ubo.residence !== null);
  return [
    ...(gift.name === null ? ['name'] : []),
    ...(gift.address === null || gift.residence === null ? ['address'] : []),
    ...(!owned && ownerAsked(gift) ? ['ubo'] : []),
  ];
}

function hasWrongSum(gift: OverviewGift): boolean {
  const { money, inKind, total } = totalsOf(gift.lines);
  return gift.money !== money || gift.inKind !== inKind || gift.total !== total;
}

/** The overview of contributions: stated when empty, everyone in it known, every sum right. */
export const checkGifts: PartCheck = (part, { content: { gifts, debts, stated, totals } }) => {
  if (gifts.length === 0) return stated.noGifts ? [] : [missing(part, 'none_not_stated')];
  const particulars = gifts.flatMap((gift) => {
    const lacking = lackingOf(gift);
    const about = { ref: gift.donor, name: gift.name, lacking };
    return lacking.length === 0 ? [] : [missing(part, 'particulars_missing', about)];
  });
  const sums = overviewTotals(gifts, debts);
  const wrong =
    gifts.some(hasWrongSum) ||
    sums.gifts !== totals.gifts ||
    sums.money !== totals.money ||
    sums.inKind !== totals.inKind;
  return [
    ...(stated.noGifts ? [missing(part, 'stated_none_but_listed')] : []),
    ...particulars,
    ...(wrong ? [missing(part, 'totals_wrong')] : []),
  ];
};

/** T3: rooms and services are forgotten, so "none in kind" has to be said. */
export const checkInKind: PartCheck = (part, { content: { gifts, stated } }) => {
  const listed = gifts.some(({ lines }) => lines.some(({ form }) => form === 'in_kind'));
  if (!listed) return stated.noGiftsInKind ? [] : [missing(part, 'none_not_stated')];
  return stated.noGiftsInKind ? [missing(part, 'stated_none_but_listed')] : [];
};

function leftOut(
  listed: readonly OverviewDebt[],
  booked: readonly OverviewDebt[],
): readonly OverviewDebt[] {
  return booked.filter(({ debt }) => !listed.some((one) => one.debt === debt));
}

/** T26: what is left out was repaid, or below the limit, at the end: only the end was listed. */
function goneAtEnd(debts: readonly OverviewDebt[], end: PlainDate): boolean {
  const limit = see('debt', end, AS_IN_FORCE);
  return limit.kind === 'set' && debts.every(({ atEnd }) => !reaches(atEnd, limit.value));
}

/** All debts of 25,000 and more at any moment of the period, and whom each is owed to. */
export const checkDebts: PartCheck = (part, { content, booked }) => {
  const { debts, stated, totals } = content;
  const gone = leftOut(debts, booked?.debts ?? []);
  const why = goneAtEnd(gone, content.period.until) ? 'at_end_only' : 'not_listed';
  const leftOutParts = gone.map(({ debt, creditor }) =>
    missing(part, why, { ref: debt, name: creditor }),
  );
  if (debts.length === 0) {
    return stated.noDebts || gone.length > 0 ? leftOutParts : [missing(part, 'none_not_stated')];
  }
  const particulars = debts
    .filter(({ address, residence }) => address === null || residence === null)
    .map(({ debt, creditor }) =>
      missing(part, 'particulars_missing', { ref: debt, name: creditor, lacking: ['address'] }),
    );
  const wrong = overviewTotals([], debts).debtsAtEnd !== totals.debtsAtEnd;
  return [
    ...(stated.noDebts ? [missing(part, 'stated_none_but_listed')] : []),
    ...particulars,
    ...leftOutParts,
    ...(wrong ? [missing(part, 'totals_wrong')] : []),
  ];
};

/** Art. 21a: the overview of each foundation and association above the limit, by the donor's name. */
export const checkLookThrough: PartCheck = (part, { content: { gifts, lookThrough } }) => {
  const unanswered = lookThrough.filter(({ overview }) => overview === null);
  const unlisted = gifts
    .filter(asksLookThrough)
    .filter(
      ({ donor, year }) => !lookThrough.some((one) => one.donor === donor && one.year === year),
    );
  return [...unanswered, ...unlisted].map(({ donor, name }) =>
    missing(part, 'absent', { ref: donor, name }),
  );
};
