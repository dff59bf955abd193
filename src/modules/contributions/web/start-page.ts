import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Task } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { findingWords, type StoredDuty, type StoredFinding } from '../../judgements/public';
import { type StartDesk } from '../application/read-ledger';
import { donorName, isOpen, urgency, yearFigures } from './gift-words';

export interface StartReader {
  readonly today: PlainDate;
  readonly organisation: string;
  readonly mayAct: boolean;
}

const URGENT_FIRST = ['finding', 'warning', 'undecided', 'signal'] as const;

function nameIn(desk: StartDesk, donorId: string, words: Words): string {
  const donor = desk.donors.get(donorId);
  return donorName(donor?.name ?? null, donor?.kind ?? 'anonymous', words);
}

function recipientIn(desk: StartDesk, recipientId: string): string {
  return desk.group.members.find(({ recipient }) => recipient === recipientId)?.name ?? '';
}

function dueTask(duty: StoredDuty, desk: StartDesk, reader: StartReader, words: Words): Task {
  const query = new URLSearchParams({
    gever: duty.donorId,
    ontvanger: duty.recipientId,
    jaar: String(duty.year),
  }).toString();
  const same = duty.enforcedLastDay === duty.statutoryLastDay;
  return {
    text: words.t('treasurer.due.task', {
      donor: nameIn(desk, duty.donorId, words),
      recipient: recipientIn(desk, duty.recipientId),
      amount: words.euro(duty.amountCents),
    }),
    href: reader.mayAct ? `/meldingen/nieuw?${query}` : `/giften/${duty.rootId}`,
    note: words.t(same ? 'treasurer.due.noteSame' : 'treasurer.due.note', {
      enforced: words.longDay(duty.enforcedLastDay),
      statutory: words.longDay(duty.statutoryLastDay),
    }),
    badge: urgency(duty, reader.today, words),
  };
}

function findingTask({ content, donorId }: StoredFinding, desk: StartDesk, words: Words): Task {
  const said = findingWords(content, words.language, words.texts);
  const [first] = content.contributions;
  const what = said.remedy === '' ? said.article : said.remedy;
  if (donorId === null)
    return { text: said.title, href: '/overzichten', note: what, badge: said.badge };
  return {
    text: said.title,
    href: first === undefined ? `/gevers/${donorId}` : `/giften/${first.contribution}`,
    note: words.t('treasurer.start.finding', { donor: nameIn(desk, donorId, words), what }),
    badge: said.badge,
  };
}

function rank({ severity }: StoredFinding): number {
  return URGENT_FIRST.indexOf(severity);
}

/** The data of pages/start.njk. */
export function startPage(desk: StartDesk, reader: StartReader, words: Words): object {
  const due = new Set(desk.duties.map(({ rootId }) => rootId));
  // A notice that is not filed stands above already, as a thing to do.
  const stands = ({ content }: StoredFinding): boolean =>
    content.missing.includes('notice') &&
    content.contributions.some(({ contribution }) => due.has(contribution));
  const found = desk.findings
    .filter((finding) => isOpen(finding) && !stands(finding))
    .toSorted((a, b) => rank(a) - rank(b));
  return {
    organisation: reader.organisation,
    year: reader.today.slice(0, 4),
    canBook: reader.mayAct,
    due: desk.duties.map((duty) => dueTask(duty, desk, reader, words)),
    figures: yearFigures(desk.totals, words),
    findings: found.map((finding) => findingTask(finding, desk, words)),
    recent: desk.recent.map((gift) => [
      { text: donorName(gift.donorName, gift.donorKind, words), href: `/giften/${gift.id}` },
      words.day(gift.receivedOn),
      words.t(`gifts.type.${gift.type}`),
      words.euro(gift.amountCents),
    ]),
  };
}
