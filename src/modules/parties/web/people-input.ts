import { type Group, type Membership } from '../../../legal/facts/group';
import { type PlainDate, plainDate } from '../../../legal/kernel/plain-date';
import { type Role } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import {
  ChoiceField,
  DayField,
  IdField,
  IntegerField,
  TextField,
} from '../../../platform/http/fields';
import { type Typed } from '../../../platform/http/form-faults';
import { badInput, problem, type ProblemPart } from '../../../platform/http/problem';
import { check } from '../../../platform/http/validation';
import { readDay } from '../../../platform/rendering/form-input';
import { type InviteCommand, type Mandate } from '../../identity/public';

/** The roles a party gives to people itself. */
export const GIVEN_ROLES = ['treasurer', 'party_administrator', 'accountant'] as const;

export const INVITE_FIELDS = [
  'email',
  'role',
  'recipientId',
  'from',
  'until',
  'firstYear',
  'lastYear',
] as const;

const ADDRESS = /^[^\s@<>,;"]{1,64}@[^\s@<>,;"]+\.[^\s@<>,;"]{2,}$/;
const YEARS = { min: 2013, max: 2199 } as const;

class InviteBody {
  @TextField({ example: 'a.devries@voorbeeld.nl', min: 3, max: 254, pattern: ADDRESS })
  readonly email!: string;

  @ChoiceField({ example: 'accountant', choices: GIVEN_ROLES })
  readonly role!: (typeof GIVEN_ROLES)[number];

  @IdField({ example: '5b0f2c7a-1f43-4a51-8f0e-6f6a2b9d7c22', optional: true })
  readonly recipientId?: string;

  @DayField({ example: '2025-01-01', optional: true })
  readonly from?: PlainDate;

  @DayField({ example: '2025-12-31', optional: true })
  readonly until?: PlainDate;

  @IntegerField({ example: 2024, optional: true, ...YEARS })
  readonly firstYear?: number;

  @IntegerField({ example: 2025, optional: true, ...YEARS })
  readonly lastYear?: number;
}

export function typedInvitation(body: unknown): Typed {
  return Object.fromEntries(INVITE_FIELDS.map((name) => [name, formText(body, name).trim()]));
}

/** Those a mandate can be limited to: the party and its affiliates, not its candidates. */
export function mandateRecipients(group: Group): readonly Membership[] {
  const seen = new Set<string>();
  return group.members.filter(({ kind, recipient }) => {
    if (kind === 'candidate' || kind === 'branch' || seen.has(recipient)) return false;
    seen.add(recipient);
    return true;
  });
}

function asBody(typed: Typed): object {
  const day = (text: string): string => readDay(text) ?? text;
  const year = (text: string): string | number => (/^\d{4}$/.test(text) ? Number(text) : text);
  const read: Readonly<Record<string, (text: string) => unknown>> = {
    from: day,
    until: day,
    firstYear: year,
    lastYear: year,
  };
  return Object.fromEntries(
    Object.entries(typed)
      .filter(([, text]) => text !== '')
      .map(([name, text]) => [name, read[name]?.(text) ?? text]),
  );
}

function fault(location: string, code: string): ProblemPart {
  return { in: 'body', location: `/${location}`, code, detail: '' };
}

function limitFaults(body: InviteBody, group: Group): readonly ProblemPart[] {
  const { role, recipientId, firstYear, lastYear } = body;
  const known = mandateRecipients(group).some(({ recipient }) => recipient === recipientId);
  const years = [firstYear, lastYear].some((one) => one !== undefined);
  return [
    ...(recipientId === undefined || known ? [] : [fault('recipientId', 'recipient.unknown')]),
    ...(recipientId !== undefined && role === 'party_administrator'
      ? [fault('recipientId', 'mandate.whole_only')]
      : []),
    ...(years && role !== 'accountant' ? [fault('firstYear', 'mandate.accountant_only')] : []),
    ...(firstYear !== undefined && lastYear !== undefined && lastYear < firstYear
      ? [fault('lastYear', 'mandate.years_order')]
      : []),
  ];
}

/** @throws Problem 400 with all faults. */
export function readInvitation(typed: Typed, group: Group, inviter: string): InviteCommand {
  const { value: body, errors } = check(InviteBody, asBody(typed));
  const faults = body === null ? errors : limitFaults(body, group);
  if (body === null || faults.length > 0)
    throw problem(400, 'input.invalid', 'The form has faults.', faults);
  const role: Role = body.role;
  const { email, from = null, until = null } = body;
  const mandate = mandateOf(body, group);
  return { email, role, organisation: group.name, inviter, from, until, ...mandate };
}

function mandateOf({ recipientId, firstYear, lastYear }: InviteBody, group: Group): Mandate {
  const recipient = mandateRecipients(group).find((one) => one.recipient === recipientId);
  const [id, name] = recipient === undefined ? [null, null] : [recipient.recipient, recipient.name];
  const years = { firstYear: firstYear ?? null, lastYear: lastYear ?? null };
  return { recipientId: id, recipientName: name, ...years };
}

/** The first day without the role. @throws Problem 400 when it is no day. */
export function readEndDay(typed: string): PlainDate {
  const day = readDay(typed);
  if (day === undefined)
    throw badInput({ in: 'body', location: '/day', code: 'date.format', detail: 'No day.' });
  return plainDate(day);
}
