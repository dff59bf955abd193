import { type Badge, type Cell } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type InternalReport } from '../application/record-internal-report';

function badgeOf({ late }: InternalReport, words: Words): Badge {
  return late
    ? { kind: 'danger', label: words.t('expectations.report.late') }
    : { kind: 'safe', label: words.t('expectations.report.inTime') };
}

function toldCell({ reportedOn, bookedOn, evidence }: InternalReport, words: Words): Cell {
  if (reportedOn === null)
    return { text: words.day(bookedOn), note: words.t('expectations.report.byBooking') };
  return { text: words.day(reportedOn), note: evidence ?? '' };
}

function donorName(report: InternalReport, name: string | null, words: Words): string {
  return name ?? words.t(`donors.kind.${report.donorKind}`);
}

/** The columns of the table that reportRow fills. */
export function reportColumns(mayRecord: boolean, words: Words): readonly object[] {
  const label = (key: string): string => words.t(`expectations.report.${key}`);
  return [
    { label: label('recipient') },
    { label: words.t('gifts.donor') },
    { label: label('receivedOn'), compact: true },
    { label: label('lastDay'), compact: true },
    { label: label('toldOn') },
    { label: words.t('expectations.standing') },
    { label: label('amount'), numeric: true },
    ...(mayRecord ? [{ label: label('action') }] : []),
  ];
}

/** [ontvanger, gever, ontvangen, uiterlijk, doorgegeven, stand, bedrag, dag vastleggen] */
export function reportRow(
  report: InternalReport,
  donor: string | null,
  mayRecord: boolean,
  words: Words,
): readonly Cell[] {
  const record = {
    text: words.t('expectations.report.record'),
    href: `/interne-meldingen/${report.id}`,
  };
  return [
    report.recipientName,
    { text: donorName(report, donor, words), href: `/giften/${report.id}` },
    words.day(report.receivedOn),
    words.day(report.term.lastDay),
    toldCell(report, words),
    { badge: badgeOf(report, words) },
    words.euro(report.amount),
    ...(mayRecord ? [record] : []),
  ];
}

/** The data of pages/expectations/report.njk, but for the form itself. */
export function reportFormPage(report: InternalReport, donor: string | null, words: Words): object {
  return {
    action: `/interne-meldingen/${report.id}`,
    facts: [
      { label: words.t('expectations.report.recipient'), value: report.recipientName },
      { label: words.t('gifts.donor'), value: donorName(report, donor, words) },
      { label: words.t('expectations.report.amount'), value: words.euro(report.amount) },
      { label: words.t('expectations.report.receivedOn'), value: words.longDay(report.receivedOn) },
      {
        label: words.t('expectations.report.lastDay'),
        value: words.longDay(report.term.lastDay),
        note: words.t('expectations.report.week'),
      },
      {
        label: words.t('expectations.report.bookedOn'),
        value: words.longDay(report.bookedOn),
        badge: badgeOf(report, words),
      },
    ],
  };
}
