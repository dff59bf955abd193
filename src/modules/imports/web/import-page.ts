import { type Words } from '../../../platform/rendering/words';
import { refusalText } from '../../../platform/intake/public';
import { type Texts } from '../../../platform/rendering/texts';
import { type DonorRecord } from '../../donors/public';
import { type ImportDonor, type ImportRun, type StoredRow } from '../application/read-imports';
import { kindWords, previewRow, stateBadge, tableFaults } from './import-words';

export interface ImportDesk {
  readonly run: ImportRun;
  readonly rows: readonly StoredRow[];
  readonly donors: ReadonlyMap<number, ImportDonor>;
  readonly doubts: readonly ImportDonor[];
  /** Of those who may be meant. */
  readonly candidates: ReadonlyMap<string, DonorRecord>;
  readonly counts: { readonly known: number; readonly fresh: number; readonly undecided: number };
}

const STEPS: Readonly<Record<ImportRun['state'], string>> = {
  waiting: '2',
  refused: '2',
  read: '3',
  booking: '4',
  booked: '4',
  cancelled: '3',
};

export function stepOfRun({ state }: ImportRun): string {
  return STEPS[state];
}

interface Fact {
  readonly label: string;
  readonly value: string;
  readonly note?: string;
}

function facts({ run, counts }: ImportDesk, moment: string, { t }: Words): readonly Fact[] {
  const donors = run.kind === 'affiliates' || run.kind === 'debts';
  const { encoding = null, delimiter = null } = run.outcome ?? {};
  return [
    { label: t('imports.fact.file'), value: run.fileName, note: moment },
    { label: t('imports.fact.kind'), value: kindWords(run, { t } as Words) },
    { label: t('imports.fact.good'), value: String(run.rowsGood) },
    { label: t('imports.fact.faulty'), value: String(run.rowsFaulty) },
    { label: t('imports.fact.warned'), value: String(run.rowsWarned) },
    ...(donors
      ? []
      : [
          { label: t('imports.fact.known'), value: String(counts.known) },
          { label: t('imports.fact.fresh'), value: String(counts.fresh) },
          { label: t('imports.fact.undecided'), value: String(counts.undecided) },
        ]),
    ...(encoding === null
      ? []
      : [
          {
            label: t('imports.fact.csv'),
            value: t('imports.fact.csvValue', {
              encoding,
              delimiter: delimiter === '\t' ? 'tab' : (delimiter ?? '-'),
            }),
          },
        ]),
  ];
}

function whoWords(record: DonorRecord | undefined): string {
  const { name = null, address = null, residence = null } = record ?? {};
  return [name, address, residence].filter((part) => part !== null).join(', ');
}

function doubtForm(doubt: ImportDonor, candidates: ImportDesk['candidates'], { t }: Words): object {
  const { name, address, residence, tradeRegisterNumber, iban } = doubt.description;
  const about = [address, residence, tradeRegisterNumber, iban].filter((part) => part !== null);
  const options = doubt.candidates.map(({ donorId }) => ({
    value: donorId,
    label: t('imports.doubt.same', { name: whoWords(candidates.get(donorId)) }),
  }));
  return {
    number: String(doubt.number),
    title: name ?? t('imports.doubt.nameless'),
    about: about.join(', '),
    rows: t('imports.doubt.rows', { rows: String(doubt.rows) }),
    done: doubt.decided !== null,
    value: doubt.decided === 'new' ? 'new' : (doubt.donorId ?? ''),
    options: [...options, { value: 'new', label: t('imports.doubt.new') }],
  };
}

export interface ShownPage {
  readonly moment: (at: string) => string;
  readonly once: string;
  readonly errors: readonly { readonly field: string; readonly message: string }[];
  readonly filter: string;
  readonly next: string;
  readonly mayAct: boolean;
  readonly texts: Texts;
}

/** What the page of one import shows, in whichever state it is. */
export function importPage(desk: ImportDesk, shown: ShownPage, words: Words): object {
  const { run } = desk;
  const { t } = words;
  const refused = run.refusal === null ? '' : refusalText(shown.texts, words.language, run.refusal);
  const faulty = (run.outcome?.faults.length ?? 0) > 0;
  const fault = run.bookingFault === null ? '' : t('imports.notBooked', { code: run.bookingFault });
  return {
    id: run.id,
    step: stepOfRun(run),
    state: run.state,
    name: run.fileName,
    badge: stateBadge(run, words),
    facts: facts(desk, t('imports.fact.sent', { moment: shown.moment(run.requestedAt) }), words),
    progress: t(`imports.stage.${run.stage ?? 'none'}`, { rows: String(run.stageRows) }),
    refused,
    bookingFault: fault,
    tableFaults: tableFaults(run, words),
    tableFaulty: faulty,
    doubts: desk.doubts.map((doubt) => doubtForm(doubt, desk.candidates, words)),
    rows: desk.rows.map((row) => previewRow(run.kind, row, desk.donors.get(row.donor ?? 0), words)),
    filters: ['alles', 'fouten', 'waarschuwingen', 'gevolgen'].map((name) => ({
      text: t(`imports.filter.${name}`),
      href: `/inlezen/${run.id}?toon=${name}`,
      current: name === shown.filter,
    })),
    paging: { previous: '', next: shown.next },
    hasFaulty: run.rowsFaulty > 0,
    canBook: !faulty && run.rowsGood > 0 && desk.counts.undecided === 0,
    undecided: desk.counts.undecided > 0,
    good: String(run.rowsGood),
    faulty: String(run.rowsFaulty),
    booked: String(run.rowsBooked),
    again: `/inlezen/nieuw?soort=${run.kind}${run.year === null ? '' : `&jaar=${String(run.year)}`}`,
    bookedAt: run.bookedAt === null ? '' : shown.moment(run.bookedAt),
    where: t(`imports.done.where.${run.kind}`),
    whereHref: WHERE[run.kind],
    once: shown.once,
    errors: shown.errors,
    mayAct: shown.mayAct,
  };
}

const WHERE: Readonly<Record<ImportRun['kind'], string>> = {
  contributions: '/giften',
  donors: '/gevers',
  affiliates: '/start',
  debts: '/schulden',
  look_through: '/gevers',
};
