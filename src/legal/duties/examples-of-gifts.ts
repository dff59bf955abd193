import { euro, euroCents, type EuroCents } from '../kernel/euro-cents';
import { plainDate } from '../kernel/plain-date';
import {
  type ExampleDonor,
  type ExampleGift,
  type NoticeExample,
  type ReceiptsExample,
} from './example';
import { wfpp } from './obligation';

function gift(amount: EuroCents, day: string, over: Partial<ExampleGift> = {}): ExampleGift {
  const receivedOn = plainDate(day);
  return { amount, receivedOn, to: 'party', type: 'gift', form: 'money', ...over };
}

const PERSON: ExampleDonor = {
  kind: 'natural_person',
  dutch: true,
  registered: true,
  lookThrough: false,
};
const NAMELESS: ExampleDonor = { ...PERSON, registered: false };
const FOREIGNER: ExampleDonor = { ...PERSON, dutch: false };
const FOUNDATION: ExampleDonor = { ...PERSON, kind: 'foundation' };
const ANONYMOUS: ExampleDonor = { ...PERSON, kind: 'anonymous', registered: false };

type Own = Pick<ReceiptsExample, 'id' | 'donor' | 'gifts' | 'expected'>;

function of(shared: Pick<ReceiptsExample, 'row' | 'article' | 'rule'>, own: Own): ReceiptsExample {
  return { kind: 'receipts', status: 'political_party', ...shared, ...own };
}

const REGISTRATION = { row: 3, article: wfpp('21 1'), rule: 'WFPP-21-1' } as const;
const LOOK_THROUGH = { row: 5, article: wfpp('21a 2'), rule: 'WFPP-21a-2' } as const;
const NAME_MISSING = { outcome: 'particulars_missing', severity: 'finding', toGo: null } as const;
const FOREIGN = { row: 7, article: wfpp('23a 1'), rule: 'WFPP-23a-1' } as const;
const ANON = { row: 6, article: wfpp('23 1'), rule: 'WFPP-23-1' } as const;
const CAP = { row: 17, article: wfpp('29b 1'), rule: 'WFPP-29b-1' } as const;

function anonymous(toGo: EuroCents): ReceiptsExample['expected'] {
  return { outcome: 'anonymous_above_limit', severity: 'finding', toGo };
}

function overCap(toGo: EuroCents): ReceiptsExample['expected'] {
  return { outcome: 'over_cap', severity: 'finding', toGo };
}

/** Rows 3, 5, 6, 7 and 17: what one donor gave. */
export const EXAMPLES_OF_RECEIPTS: readonly ReceiptsExample[] = [
  of(REGISTRATION, {
    id: 'registration-250',
    donor: NAMELESS,
    gifts: [gift(euro(250), '2025-03-03')],
    expected: null,
  }),
  of(REGISTRATION, {
    id: 'registration-250-01',
    donor: NAMELESS,
    gifts: [gift(euroCents(250_01), '2025-03-03')],
    expected: NAME_MISSING,
  }),
  of(REGISTRATION, {
    id: 'registration-day-before-change',
    donor: NAMELESS,
    gifts: [gift(euro(1_000), '2022-12-31')],
    expected: null,
  }),
  of(REGISTRATION, {
    id: 'registration-day-of-change',
    donor: NAMELESS,
    gifts: [gift(euro(1_000), '2023-01-01')],
    expected: NAME_MISSING,
  }),
  of(LOOK_THROUGH, {
    id: 'look-through-1000',
    donor: FOUNDATION,
    gifts: [gift(euro(1_000), '2025-03-03')],
    expected: null,
  }),
  of(LOOK_THROUGH, {
    id: 'look-through-1000-01',
    donor: FOUNDATION,
    gifts: [gift(euroCents(1_000_01), '2025-03-03')],
    expected: { outcome: 'overview_missing', severity: 'finding', toGo: euroCents(1) },
  }),
  of(LOOK_THROUGH, {
    id: 'look-through-received',
    donor: { ...FOUNDATION, lookThrough: true },
    gifts: [gift(euro(5_000), '2025-03-03')],
    expected: null,
  }),
  of(ANON, {
    id: 'anonymous-250',
    donor: ANONYMOUS,
    gifts: [gift(euro(250), '2025-03-03')],
    expected: null,
  }),
  of(ANON, {
    id: 'anonymous-250-01',
    donor: ANONYMOUS,
    gifts: [gift(euroCents(250_01), '2025-03-03')],
    expected: anonymous(euroCents(1)),
  }),
  of(ANON, {
    id: 'anonymous-53000',
    donor: ANONYMOUS,
    gifts: [gift(euro(53_000), '2025-03-03')],
    expected: anonymous(euro(52_750)),
  }),
  of(FOREIGN, {
    id: 'foreign-one-cent',
    donor: FOREIGNER,
    gifts: [gift(euroCents(1), '2025-03-03')],
    expected: { outcome: 'not_dutch', severity: 'finding', toGo: euroCents(1) },
  }),
  of(FOREIGN, {
    id: 'foreign-dutch-abroad',
    donor: PERSON,
    gifts: [gift(euro(500), '2025-03-03')],
    expected: null,
  }),
  of(FOREIGN, {
    id: 'foreign-day-before-change',
    donor: FOREIGNER,
    gifts: [gift(euro(355_000), '2022-12-31')],
    expected: null,
  }),
  of(FOREIGN, {
    id: 'foreign-day-of-change',
    donor: FOREIGNER,
    gifts: [gift(euro(355_000), '2023-01-01')],
    expected: { outcome: 'not_dutch', severity: 'finding', toGo: euro(355_000) },
  }),
  of(CAP, {
    id: 'cap-100000',
    donor: PERSON,
    gifts: [gift(euro(100_000), '2025-03-03')],
    expected: null,
  }),
  of(CAP, {
    id: 'cap-100000-01',
    donor: PERSON,
    gifts: [gift(euroCents(100_000_01), '2025-03-03')],
    expected: overCap(euroCents(1)),
  }),
  of(CAP, {
    id: 'cap-group',
    donor: PERSON,
    gifts: [
      gift(euro(60_000), '2025-03-03'),
      gift(euro(50_000), '2025-04-04', { to: 'youth_organisation' }),
    ],
    expected: overCap(euro(10_000)),
  }),
  of(CAP, {
    id: 'cap-day-before-change',
    donor: PERSON,
    gifts: [gift(euroCents(100_000_01), '2022-12-31')],
    expected: null,
  }),
  {
    ...of(CAP, {
      id: 'cap-blank-list',
      donor: PERSON,
      gifts: [gift(euro(120_000), '2025-09-22', { to: 'candidate' })],
      expected: overCap(euro(20_000)),
    }),
    article: wfpp('32a'),
    rule: 'WFPP-32a-1',
    status: 'blank_list',
  },
];

function notice(
  id: string,
  gifts: readonly ExampleGift[],
  due: readonly [enforced: string, statutory: string] | null,
  status: NoticeExample['status'] = 'political_party',
): NoticeExample {
  const expected =
    due === null ? null : { enforced: plainDate(due[0]), statutory: plainDate(due[1]) };
  return { kind: 'notice', id, row: 9, article: wfpp('25a 2'), status, gifts, expected };
}

/** Row 9: what must be notified, and by when (D1). */
export const EXAMPLES_OF_NOTICES: readonly NoticeExample[] = [
  notice('notice-9999-99', [gift(euroCents(9_999_99), '2025-03-07')], null),
  notice('notice-10000', [gift(euro(10_000), '2025-03-07')], ['2025-03-12', '2025-03-11']),
  notice(
    'notice-together',
    [gift(euroCents(9_999_99), '2025-01-06'), gift(euroCents(1), '2025-04-17')],
    ['2025-04-24', '2025-04-23'],
  ),
  notice('notice-day-before-change', [gift(euro(10_000), '2022-12-31')], null),
  notice('notice-day-of-change', [gift(euro(10_000), '2023-01-01')], ['2023-01-04', '2023-01-04']),
  notice('notice-new-association', [gift(euro(10_000), '2025-03-07')], null, 'new_association'),
];
