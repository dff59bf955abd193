import { type EuroCents } from '../../../legal/kernel/euro-cents';
import { formText } from '../../../platform/http/body';
import { type Typed } from '../../../platform/http/form-faults';
import { formatAmountInput, formatDayInput } from '../../../platform/rendering/format';
import { readAmount, readDay } from '../../../platform/rendering/form-input';
import { type Language } from '../../../platform/rendering/language';
import { type FormError } from '../../../platform/rendering/page-parts';
import { usualName } from '../application/check-election';
import { type ElectionVersion } from '../application/read-elections';

/** The fields of the form, in their order on the page. */
export const ELECTION_FIELDS = [
  'pollingDay',
  'nominationDay',
  'electionName',
  'partyThreshold',
  'partyThresholdSource',
  'candidateThreshold',
  'candidateThresholdSource',
  'electionReason',
] as const;

/** Some fields have a name of their own, so that their messages are their own too. */
const IN_BODY: Readonly<Record<string, string>> = {
  electionName: 'name',
  electionReason: 'reason',
};

export function electionFieldOf(location: string): string {
  const name = location.replace(/^\//, '');
  return Object.keys(IN_BODY).find((field) => IN_BODY[field] === name) ?? name;
}

export function typedElection(body: unknown): Typed {
  return Object.fromEntries(ELECTION_FIELDS.map((name) => [name, formText(body, name).trim()]));
}

export function typedRevision(body: unknown): Typed {
  return { ...typedElection(body), expectedVersion: formText(body, 'expectedVersion').trim() };
}

/** The body as the API takes it; what cannot be read goes on as it was typed, to be refused there. */
export function electionBodyOf(
  typed: Typed,
  language: Language,
): Readonly<Record<string, unknown>> {
  const read = (field: string): unknown => {
    const text = typed[field] ?? '';
    if (field.endsWith('Day')) return readDay(text) ?? text;
    if (field.endsWith('Threshold')) return readAmount(text, language) ?? text;
    return field === 'expectedVersion' ? Number(text) : text;
  };
  return Object.fromEntries(
    Object.keys(typed)
      .filter((field) => (typed[field] ?? '') !== '')
      .map((field) => [IN_BODY[field] ?? field, read(field)]),
  );
}

/** An election as it would have been typed; its reason is new every time. */
export function typedFrom({ election, version }: ElectionVersion, language: Language): Typed {
  const { party, candidate } = election.thresholds;
  const amount = (value: EuroCents | undefined): string =>
    value === undefined ? '' : formatAmountInput(value, language);
  return {
    pollingDay: formatDayInput(election.pollingDay),
    nominationDay: formatDayInput(election.nominationDay),
    // A name that follows from the day follows it again.
    electionName: election.name === usualName(election.pollingDay) ? '' : election.name,
    partyThreshold: amount(party?.value),
    partyThresholdSource: party?.source ?? '',
    candidateThreshold: amount(candidate?.value),
    candidateThresholdSource: candidate?.source ?? '',
    electionReason: '',
    expectedVersion: String(version),
  };
}

export interface ElectionForm {
  readonly typed: Typed;
  readonly errors: readonly FormError[];
  readonly once: string;
}

/** The data of pages/elections/form.njk. */
export function electionFormPage(form: ElectionForm, revising: ElectionVersion | null): object {
  return {
    action:
      revising === null
        ? '/toezicht/verkiezingen'
        : `/toezicht/verkiezingen/${revising.election.ref}/wijzigen`,
    name: revising?.election.name ?? '',
    revising: revising !== null,
    values: form.typed,
    errors: form.errors,
    once: form.once,
  };
}
