import { type DonorKind } from '../../../legal/facts/donor';
import { type Typed } from '../../../platform/http/form-faults';
import { formatDayInput } from '../../../platform/rendering/format';
import { type Choice, type FormError } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type DonorRecord } from '../application/read-donor';
import { OWNERS } from './donor-form-input';

const KINDS: readonly DonorKind[] = [
  'natural_person',
  'legal_person',
  'undertaking',
  'foundation',
  'association',
  'estate',
  'anonymous',
  'group_member',
];

/** Where a donor can live by name; 'ZZ' is any other country. */
const COUNTRIES =
  'NL AW CW SX BE DE LU FR GB IE AT CH DK SE NO FI PL ES PT IT GR TR MA SR ID ZA US CA AU ZZ'.split(
    ' ',
  );
const GROUNDS = ['ten_years_resident', 'dutch_public_service', 'household', 'none'];

export interface DonorForm {
  readonly action: string;
  readonly back: string;
  readonly once: string;
  readonly typed: Typed;
  readonly errors: readonly FormError[];
}

function choices(values: readonly string[], key: string, words: Words): readonly Choice[] {
  return values.map((value) => ({ value, label: words.t(`${key}.${value}`) }));
}

function common(form: DonorForm, words: Words): object {
  return {
    action: form.action,
    back: form.back,
    once: form.once,
    values: form.typed,
    errors: form.errors,
    countries: choices(COUNTRIES, 'donors.country', words),
    grounds: choices(GROUNDS, 'donors.ground', words),
  };
}

/** The data of pages/donors/new.njk. */
export function donorFormPage(form: DonorForm, revising: DonorRecord | null, words: Words): object {
  return {
    ...common(form, words),
    revising: revising !== null,
    ubos: OWNERS.slice(0, Math.max(3, revising?.ubos.length ?? 0)),
    kinds: KINDS.map((value) => ({
      value,
      label: words.t(`donors.kind.${value}`),
      hint: words.t(`donors.kindHint.${value}`),
    })),
  };
}

/** The data of pages/donors/declaration.njk. */
export function declarationPage(form: DonorForm, donor: DonorRecord, words: Words): object {
  return { ...common(form, words), donor: donor.name ?? words.t(`donors.kind.${donor.kind}`) };
}

/** A new form about someone in the Netherlands, as most are. */
export const EMPTY_DONOR: Typed = { kind: '', country: 'NL' };

function yesNo(value: boolean | null): string {
  return value === null ? '' : value ? 'yes' : 'no';
}

/** What is on record, as it would have been typed. */
export function typedParticulars(donor: DonorRecord): Typed {
  const owners = donor.ubos.flatMap(({ name, address, residence }, index) => [
    [`ubo${String(index + 1)}Name`, name],
    [`ubo${String(index + 1)}Address`, address ?? ''],
    [`ubo${String(index + 1)}Residence`, residence ?? ''],
  ]);
  return {
    name: donor.name ?? '',
    address: donor.address ?? '',
    residence: donor.residence ?? '',
    country: donor.country ?? '',
    tradeRegisterNumber: donor.tradeRegisterNumber ?? '',
    inTradeRegister: yesNo(donor.inTradeRegister),
    ...(Object.fromEntries(owners) as Typed),
  };
}

/** The declaration on record, to be declared anew; its day and its place are new. */
export function typedDeclaration({ declaration }: DonorRecord): Typed {
  if (declaration === null) return {};
  const born = declaration.dateOfBirth;
  return {
    dutchNational: yesNo(declaration.dutchNational),
    adult: yesNo(declaration.adult),
    dateOfBirth: born === null ? '' : formatDayInput(born),
    declarationResidence: declaration.residence ?? '',
    caribbeanGround: declaration.caribbeanGround ?? '',
    disenfranchised: yesNo(declaration.disenfranchised),
  };
}
