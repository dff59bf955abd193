import { type PlainDate } from '../../../legal/kernel/plain-date';
import { isNil } from '../../../legal/overviews/draft-overview';
import { type Choice, type FormError } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { findingWords } from '../../judgements/public';
import { type FilingDesk } from '../application/filing-desk';
import { contentOf } from '../application/filing-fact';
import { type StoredFiling } from '../application/read-filings';
import { signatureRoleOf } from '../application/sign-filing';
import {
  documentRows,
  filingFacts,
  missingPartWords,
  receiptFacts,
  signatureRows,
  versionRows,
} from './filing-words';
import { filingTitle, overviewData, type OverviewLinks } from './overview-words';

/** Who looks, and what was said just now. */
export interface FilingReader {
  readonly role: string;
  readonly today: PlainDate;
  readonly once: string;
  readonly errors: readonly FormError[];
  /** What was done just now: a key below 'filings.done', or ''. */
  readonly done: string;
  readonly reason: string;
}

function candidates({ expected }: FilingDesk): readonly Choice[] {
  return expected.parts.flatMap(({ part, ref, name }) =>
    part === 'candidate' && ref !== null ? [{ value: ref, label: name ?? ref }] : [],
  );
}

function documentParts({ expected }: FilingDesk, words: Words): readonly Choice[] {
  const asked = ['report', 'auditor_statement', 'document', 'candidate'].filter(
    (part) =>
      expected.parts.some((one) => one.part === part) ||
      // What an accountant made a statement about may always go along.
      (part === 'report' && expected.parts.some((one) => one.part === 'auditor_statement')),
  );
  return asked.map((value) => ({ value, label: words.t(`filings.part.${value}`) }));
}

const OWN_LINKS: OverviewLinks = {
  gift: (contribution) => `/giften/${contribution}`,
  debt: (debt) => `/schulden/${debt}`,
  filing: () => '',
};

function canSign({ expected, shown }: FilingDesk, role: string): boolean {
  const own = signatureRoleOf(role);
  if (own === null || shown?.state !== 'draft') return false;
  const asked = expected.parts.some(({ part }) => part === `${own}_signature`);
  const signed = shown.signatures.some((one) => one.role === own && one.sha256 === shown.sha256);
  return asked && !signed;
}

/** Nothing was drawn up yet, or a first draft that lists nothing. */
function isEmpty({ shown }: FilingDesk): boolean {
  if (shown === null) return true;
  return shown.state === 'draft' && shown.version === 1 && isNil(contentOf(shown));
}

/** Whether one click can state that there is nothing: no papers are asked for beside the lists. */
function canBeNil(desk: FilingDesk, today: PlainDate): boolean {
  const { parts, opensOn } = desk.expected;
  const hasPapers = parts.some(({ part }) => part === 'report' || part === 'document');
  return !hasPapers && isEmpty(desk) && today >= opensOn;
}

function isDraft({ shown }: FilingDesk): boolean {
  return shown?.state === 'draft';
}

function isNewestFiled({ shown, versions }: FilingDesk): boolean {
  return shown?.state === 'filed' && shown.id === versions.at(-1)?.id;
}

/** Complete: from the first day on. Incomplete on purpose: on the last day and after it. */
function filing(
  { expected, standing }: FilingDesk,
  today: PlainDate,
): { readonly file: boolean; readonly incomplete: boolean } {
  const lacks = (standing?.missing ?? []).length > 0;
  return {
    file: !lacks && today >= expected.opensOn,
    incomplete: lacks && today >= expected.lastDay,
  };
}

/** What a reader may do with what is shown; each is a form on the page. */
function actions(desk: FilingDesk, { role, today }: FilingReader): object {
  const treasurer = role === 'treasurer';
  const change = treasurer && isDraft(desk);
  return {
    draw: treasurer && desk.shown === null,
    nil: (treasurer || role === 'party_administrator') && canBeNil(desk, today),
    change,
    sign: canSign(desk, role),
    ...(change ? filing(desk, today) : { file: false, incomplete: false }),
    correct: treasurer && isNewestFiled(desk),
  };
}

function verifyHref({ number, sha256 }: StoredFiling): string {
  if (number === null) return '';
  return `/ontvangstbewijs?${new URLSearchParams({ number, sha256 }).toString()}`;
}

/** Who signed a draft that was changed afterwards, and did not sign again. */
function lostSignature({ state, signatures, sha256 }: StoredFiling): boolean {
  const signed = (role: string): boolean =>
    signatures.some((one) => one.role === role && one.sha256 === sha256);
  return state === 'draft' && signatures.some(({ role }) => !signed(role));
}

const NOTHING_SHOWN = {
  query: '',
  state: 'none',
  versionName: '',
  reasonOf: '',
  receipt: [],
  sha256: '',
  verify: '',
  overview: null,
  stated: { noGifts: false, noGiftsInKind: false, noDebts: false },
  signatures: [],
  hasVoid: false,
  corrected: false,
};

function shownVersion(shown: StoredFiling | null, words: Words): object {
  if (shown === null) return NOTHING_SHOWN;
  const content = contentOf(shown);
  const version = String(shown.version);
  return {
    query: `?versie=${version}`,
    state: shown.state,
    versionName: words.t('filings.version', { version }),
    reasonOf: shown.reason ?? '',
    receipt: receiptFacts(shown, words),
    sha256: shown.sha256,
    verify: verifyHref(shown),
    overview: overviewData(content, OWN_LINKS, words),
    stated: content.stated,
    signatures: signatureRows(shown, words),
    hasVoid: lostSignature(shown),
    corrected: shown.replacesId !== null,
  };
}

/** The data of pages/filings/detail.njk. */
export function filingPage(desk: FilingDesk, reader: FilingReader, words: Words): object {
  const { expected, shown, standing, documents, versions, differences } = desk;
  const base = `/overzichten/${expected.id}`;
  const missing = standing?.missing ?? shown?.missing ?? [];
  return {
    ...{ base, once: reader.once, errors: reader.errors, reason: reader.reason },
    ...shownVersion(shown, words),
    title: filingTitle(expected, desk.election, words),
    done: reader.done === '' ? '' : words.t(`filings.done.${reader.done}`),
    facts: filingFacts(desk, words),
    opens: reader.today < expected.opensOn ? words.longDay(expected.opensOn) : '',
    outdated: standing?.outdated ?? false,
    missing: missing.map((part) => missingPartWords(part, words)),
    documents: documentRows(documents, base, words),
    removable: documents.map(({ id, name }) => ({ id, name })),
    coverable: documents
      .filter(({ part }) => part === 'report' || part === 'document')
      .map(({ sha256, name }) => ({ sha256, name })),
    parts: documentParts(desk, words),
    candidates: candidates(desk),
    may: actions(desk, reader),
    versions: versionRows(versions, ({ version }) => `${base}?versie=${String(version)}`, words),
    differences: differences.map(({ content: finding }) =>
      findingWords(finding, words.language, words.texts),
    ),
  };
}
