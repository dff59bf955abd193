import { type PlainDate } from '../../../legal/kernel/plain-date';
import { formatMoment } from '../../../platform/rendering/format';
import { type Badge, type Cell, type Fact } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import {
  type HeldRole,
  mandateWords,
  type PeopleOfParty,
  type PeopleWarning,
  type StoredInvitation,
} from '../../identity/public';

const BADGES: Readonly<Record<HeldRole['state'], Badge['kind']>> = {
  in_force: 'safe',
  to_come: 'info',
  ended: 'neutral',
};

function stateBadge({ state, disabled }: HeldRole, words: Words): Badge {
  return disabled
    ? { kind: 'warning', label: words.t('people.state.disabled') }
    : { kind: BADGES[state], label: words.t(`people.state.${state}`) };
}

function daysOf(from: PlainDate, until: PlainDate | null, words: Words): string {
  const first = words.t('people.from.day', { day: words.day(from) });
  return until === null ? first : first + words.t('people.until.day', { day: words.day(until) });
}

function givenWords(role: HeldRole, words: Words): string {
  const given = words.t('people.list.givenBy', {
    name: role.givenBy ?? words.t('people.system'),
    moment: formatMoment(role.givenAt, words.language),
  });
  if (role.endedAt === null) return given;
  const ended = words.t('people.list.endedBy', {
    name: role.endedBy ?? words.t('people.system'),
    moment: formatMoment(role.endedAt, words.language),
  });
  return `${given} ${ended}`;
}

function roleRow(role: HeldRole, manages: boolean, words: Words): readonly Cell[] {
  const mayEnd = manages && role.state !== 'ended' && role.endedAt === null;
  return [
    mayEnd
      ? { text: role.name, href: `/mensen/rollen/${role.assignmentId}`, note: role.email }
      : { text: role.name, note: role.email },
    { text: words.t(`common.role.${role.role}`), note: mandateWords(role, words) },
    { text: daysOf(role.from, role.until, words), note: givenWords(role, words) },
    { badge: stateBadge(role, words) },
  ];
}

interface InvitationLine {
  readonly id: string;
  readonly email: string;
  readonly facts: readonly Fact[];
  readonly expired: boolean;
}

function invitationLine(invitation: StoredInvitation, words: Words): InvitationLine {
  const { id, email, role, invitedBy, invitedAt, expiresAt, expired, from, until } = invitation;
  const first =
    from === null
      ? words.t('people.from.acceptance')
      : words.t('people.from.day', { day: words.day(from) });
  const last = until === null ? '' : words.t('people.until.day', { day: words.day(until) });
  const facts: readonly Fact[] = [
    {
      label: words.t('people.role'),
      value: words.t(`common.role.${role}`),
      note: mandateWords(invitation, words),
    },
    { label: words.t('people.days'), value: `${first}${last}` },
    {
      label: words.t('people.list.invited'),
      value: formatMoment(invitedAt, words.language),
      note: words.t('people.list.by', { name: invitedBy ?? words.t('people.system') }),
    },
    {
      label: words.t('people.list.works'),
      value: expired
        ? words.t('people.list.expired')
        : words.t('people.list.until', { moment: formatMoment(expiresAt, words.language) }),
    },
  ];
  return { id, email, facts, expired };
}

export function warningWords(
  warnings: readonly PeopleWarning[],
  words: Words,
): readonly { readonly title: string; readonly body: string }[] {
  return warnings.map(({ code }) => ({
    title: words.t(`people.warning.${code}`),
    body: words.t(`people.warning.${code}.body`),
  }));
}

/** The data of pages/people/list.njk. */
export function peoplePage(
  { roles, invitations }: PeopleOfParty,
  shown: {
    readonly manages: boolean;
    readonly done: string;
    readonly warnings: readonly PeopleWarning[];
  },
  words: Words,
): object {
  const rows = (ended: boolean): readonly (readonly Cell[])[] =>
    roles
      .filter(({ state }) => (state === 'ended') === ended)
      .map((role) => roleRow(role, shown.manages, words));
  return {
    manages: shown.manages,
    done: shown.done === '' ? '' : words.t(`people.done.${shown.done}`),
    warnings: warningWords(shown.warnings, words),
    current: rows(false),
    past: rows(true),
    invitations: invitations.map((one) => invitationLine(one, words)),
    errors: [],
  };
}

/** The facts above the form that ends a role. */
export function roleFacts(role: HeldRole, words: Words): readonly Fact[] {
  return [
    { label: words.t('people.person'), value: role.name, note: role.email },
    { label: words.t('people.role'), value: words.t(`common.role.${role.role}`) },
    { label: words.t('people.mandate'), value: mandateWords(role, words) },
    {
      label: words.t('people.days'),
      value: daysOf(role.from, role.until, words),
      note: givenWords(role, words),
    },
  ];
}
