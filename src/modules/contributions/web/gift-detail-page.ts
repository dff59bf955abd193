import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Fact } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { dueWords, findingWords, type StoredDuty } from '../../judgements/public';
import { type ListedContribution } from '../application/read-contributions';
import { type GiftLife } from '../application/read-ledger';
import { donorName, giftBadges, isOpen, urgency } from './gift-words';

export interface GiftReader {
  readonly today: PlainDate;
  /** The treasurer; others of the party only read. */
  readonly mayAct: boolean;
  /** What was done just now: 'ja', 'verbeterd', 'teruggegeven', 'vervallen', or ''. */
  readonly done: string;
}

function fact(label: string, value: string | null): readonly Fact[] {
  return value === null || value === '' ? [] : [{ label, value }];
}

/** A gift in a few facts; also above the forms that do something with it. */
export function giftFacts(gift: ListedContribution, words: Words): readonly Fact[] {
  const { t, euro } = words;
  const cents = (text: string | null): string | null => (text === null ? null : euro(text));
  return [
    { label: t('gifts.amount'), value: euro(gift.amountCents) },
    {
      label: t('gifts.donor'),
      value: donorName(gift.donorName, gift.donorKind, words),
      href: `/gevers/${gift.donorId}`,
    },
    { label: t('gifts.recipient'), value: gift.recipientName },
    { label: t('gifts.type'), value: t(`gifts.type.${gift.type}`) },
    { label: t('gifts.receivedOn'), value: words.longDay(gift.receivedOn) },
    ...fact(t('gifts.new.marketValue'), cents(gift.marketValueCents)),
    ...fact(t('gifts.new.paid'), cents(gift.paidCents)),
    ...fact(t('gifts.new.valuation'), gift.valuation),
    ...fact(t('gifts.new.description'), gift.description),
    ...fact(t('gifts.new.bankReference'), gift.bankReference),
  ];
}

export function giftTitle(gift: ListedContribution, words: Words): string {
  const day = words.day(gift.receivedOn);
  if (gift.donorKind === 'anonymous') return words.t('treasurer.gift.anonymous', { day });
  const donor = donorName(gift.donorName, gift.donorKind, words);
  return words.t('treasurer.gift.title', { donor, day });
}

function noticeAction(duty: StoredDuty, mayAct: boolean, words: Words): object | null {
  const query = new URLSearchParams({
    gever: duty.donorId,
    ontvanger: duty.recipientId,
    jaar: String(duty.year),
  }).toString();
  if (duty.metByNoticeId !== null)
    return {
      text: words.t('treasurer.duty.see'),
      href: `/meldingen/${duty.metByNoticeId}`,
      kind: 'secondary',
    };
  return mayAct
    ? { text: words.t('treasurer.duty.prepare'), href: `/meldingen/nieuw?${query}` }
    : null;
}

function dutyView(duty: StoredDuty, reader: GiftReader, words: Words): object {
  const met = duty.metAt === null ? 'open' : 'met';
  return {
    title: words.t(`treasurer.duty.${met}`),
    badge: urgency(duty, reader.today, words),
    body: words.t('treasurer.duty.body', {
      total: words.euro(duty.totalAfterCents),
      year: String(duty.year),
    }),
    due: dueWords(duty.content.due, words.language, words.texts),
    action: noticeAction(duty, reader.mayAct, words),
  };
}

/** What must be done with this gift, in sentences; none when it is as it should be. */
function meaning(life: GiftLife, words: Words): readonly string[] {
  const due = life.duties.find(({ metAt }) => metAt === null);
  const found = life.findings.some((one) => one.severity === 'finding' && isOpen(one));
  const undecided = life.findings.some(({ severity }) => severity === 'undecided');
  const sentences: string[] = [];
  if (found) sentences.push(words.t('treasurer.done.body.finding'));
  else if (undecided) sentences.push(words.t('treasurer.done.body.undecided'));
  if (due !== undefined) {
    const enforced = words.longDay(due.enforcedLastDay);
    const statutory = words.longDay(due.statutoryLastDay);
    sentences.push(words.t('treasurer.done.body.notify', { enforced, statutory }));
  }
  return sentences;
}

/** What it means, said at once after a booking; a kind of alert, a title and a sentence. */
function said(life: GiftLife, done: string, words: Words): object | null {
  if (!['ja', 'verbeterd', 'teruggegeven', 'vervallen'].includes(done)) return null;
  const title = words.t(`treasurer.done.${done}`);
  if (done === 'vervallen') return { kind: 'ok', title, body: '' };
  const sentences = meaning(life, words);
  return sentences.length === 0
    ? { kind: 'ok', title, body: words.t('treasurer.done.body.nothing') }
    : { kind: 'warning', title, body: sentences.join(' ') };
}

function actions(life: GiftLife, reader: GiftReader, words: Words): readonly object[] {
  if (!reader.mayAct || life.annulment !== null) return [];
  const { id, amountCents, returnedCents, donorKind } = life.current;
  const action = (path: string): object => ({
    text: words.t(`treasurer.action.${path}`),
    href: `/giften/${id}/${path}`,
  });
  const left = Number(amountCents) > Number(returnedCents);
  // Nobody knows to whom an anonymous gift would go back.
  const back = donorKind === 'anonymous' ? [] : [action('teruggeven')];
  const moves = left ? [...back, action('afdragen')] : [];
  return [action('verbeteren'), ...moves, action('annuleren')];
}

/** The data of pages/contributions/detail.njk. */
export function giftDetailPage(life: GiftLife, reader: GiftReader, words: Words): object {
  const { current, annulment } = life;
  const annulled = { kind: 'neutral', label: words.t('treasurer.gift.annulled') };
  return {
    title: giftTitle(current, words),
    said: said(life, reader.done, words),
    badges: annulment === null ? giftBadges(current, life, reader.today, words) : [annulled],
    facts: giftFacts(current, words),
    duties: life.duties.map((duty) => dutyView(duty, reader, words)),
    findings: life.findings.map(({ content }) =>
      findingWords(content, words.language, words.texts),
    ),
    settlements: life.settlements.map((settled) => [
      words.t(`treasurer.settlement.${settled.kind}`),
      words.day(settled.settledOn),
      settled.evidence,
      words.euro(settled.amountCents),
    ]),
    actions: actions(life, reader, words),
  };
}
