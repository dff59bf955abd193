import { formText } from '../../../platform/http/body';
import { type Typed } from '../../../platform/http/form-faults';
import { type ProblemPart } from '../../../platform/http/problem';
import { readDay } from '../../../platform/rendering/form-input';

/** How many beneficial owners the form asks for at most. */
export const OWNERS = ['1', '2', '3', '4', '5'] as const;
const OWNER_PARTS = ['Name', 'Address', 'Residence'] as const;

const PARTICULARS = ['name', 'address', 'residence', 'country', 'tradeRegisterNumber'] as const;
const DECLARED = [
  'dutchNational',
  'adult',
  'dateOfBirth',
  'declarationResidence',
  'caribbeanGround',
  'disenfranchised',
  'declaredOn',
  'evidence',
] as const;

/** The fields of the forms about a donor, in their order on the page. */
export const DONOR_FIELDS: readonly string[] = [
  'kind',
  ...PARTICULARS,
  'inTradeRegister',
  ...OWNERS.flatMap((owner) => OWNER_PARTS.map((part) => `ubo${owner}${part}`)),
  ...DECLARED,
  'reason',
];

export function typedDonor(body: unknown): Typed {
  return Object.fromEntries(DONOR_FIELDS.map((name) => [name, formText(body, name).trim()]));
}

type Plain = Readonly<Record<string, unknown>>;

function withoutEmpty(entries: readonly (readonly [string, unknown])[]): Plain {
  return Object.fromEntries(entries.filter(([, value]) => value !== '' && value !== undefined));
}

function yesOrNo(text: string): boolean | undefined {
  return text === 'yes' ? true : text === 'no' ? false : undefined;
}

function dayOrText(text: string): string {
  return readDay(text) ?? text;
}

function ownersTyped(typed: Typed): readonly string[] {
  return OWNERS.filter((owner) =>
    OWNER_PARTS.some((part) => (typed[`ubo${owner}${part}`] ?? '') !== ''),
  );
}

/** The particulars as the API takes them; what cannot be read goes on as it was typed. */
export function particularsBody(typed: Typed): Plain {
  const text = (name: string): string => typed[name] ?? '';
  const ubos = ownersTyped(typed).map((owner) =>
    withoutEmpty([
      ['name', text(`ubo${owner}Name`)],
      ['address', text(`ubo${owner}Address`)],
      ['residence', text(`ubo${owner}Residence`)],
    ]),
  );
  return withoutEmpty([
    ...PARTICULARS.map((name) => [name, text(name)] as const),
    ['inTradeRegister', yesOrNo(text('inTradeRegister'))],
    ['ubos', ubos.length > 0 ? ubos : undefined],
  ]);
}

/** The declaration as the API takes it. */
export function declarationBody(typed: Typed): Plain {
  const text = (name: string): string => typed[name] ?? '';
  return withoutEmpty([
    ['declaredOn', dayOrText(text('declaredOn'))],
    ['dutchNational', yesOrNo(text('dutchNational'))],
    ['dateOfBirth', dayOrText(text('dateOfBirth'))],
    ['adult', yesOrNo(text('adult'))],
    ['residence', text('declarationResidence')],
    ['caribbeanGround', text('caribbeanGround')],
    ['disenfranchised', yesOrNo(text('disenfranchised'))],
    ['evidence', text('evidence')],
  ]);
}

/** True when anything was declared in the form. */
export function declares(typed: Typed): boolean {
  return Object.keys(declarationBody(typed)).length > 0;
}

/** From '/ubos/0/name' or '/declaration/residence' to the field of the form. */
export function donorFieldOf(typed: Typed): (location: string) => string {
  const owners = ownersTyped(typed);
  return (location) => {
    const [, first = '', second = '', third = ''] = location.split('/');
    if (first === 'ubos') {
      const part = third.slice(0, 1).toUpperCase() + third.slice(1);
      return `ubo${owners[Number(second)] ?? ''}${part}`;
    }
    if (first !== 'declaration') return first;
    return second === 'residence' ? 'declarationResidence' : second;
  };
}

export function fault(location: string, code: string): ProblemPart {
  return { in: 'body', location, code, detail: '' };
}

/** Days that cannot have come yet. */
export function futureDays(
  typed: Typed,
  names: readonly string[],
  today: string,
): readonly ProblemPart[] {
  return names
    .filter((name) => (readDay(typed[name] ?? '') ?? '') > today)
    .map((name) => fault(`/${name}`, 'date.future'));
}
