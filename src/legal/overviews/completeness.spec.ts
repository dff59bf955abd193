import {
  type FiledDocument,
  type FilingSignature,
  type OverviewContent,
  type RequiredPart,
} from '../facts/filing';
import { euro } from '../kernel/euro-cents';
import { aContribution, CANDIDATE, inKind, YOUTH } from '../testing/a-donor-year';
import {
  aContent,
  aDocument,
  aFiling,
  aLine,
  aListedGift,
  aPart,
  aSignature,
} from '../testing/a-filing';
import { completeness } from './completeness';
import { ALL_NONE } from './draft-overview';
import { validSignatures } from './signatures';

/** [part, ref, name, why, lacking] of each missing part. */
function lacking(
  part: RequiredPart,
  content: Partial<OverviewContent>,
  booked: Pick<OverviewContent, 'debts'> | null = null,
): unknown {
  return completeness({ parts: [part] }, aFiling(aContent(content)), booked).map((found) => [
    found.ref,
    found.name,
    found.why,
    found.lacking,
  ]);
}

function why(part: RequiredPart, content: Partial<OverviewContent>): readonly string[] {
  return completeness({ parts: [part] }, aFiling(aContent(content))).map((found) => found.why);
}

const NOTHING = { noGifts: false, noGiftsInKind: false, noDebts: false };
const MONEY = aListedGift([aLine(aContribution(2_000, '2024-05-06'))]);
const ROOM = aListedGift([aLine(inKind(2_000, '2024-05-06'))], { donor: 'donor-2' });

describe('a filing is complete when nothing is missing, and each missing part is named', () => {
  it('keeps the place in the law of what is missing, and whether it can be fined', () => {
    const basis = { law: 'Wfpp', article: '25', paragraph: '1', part: 'd' } as const;
    const part = aPart('auditor_statement', { basis, fineable: false });
    expect(completeness({ parts: [part] }, aFiling(aContent()))).toEqual([
      {
        part: 'auditor_statement',
        ref: null,
        name: null,
        basis,
        fineable: false,
        why: 'absent',
        lacking: [],
      },
    ]);
  });

  it('names several at once, in the order of the duty', () => {
    const parts = [aPart('report'), aPart('gifts'), aPart('board_signature')];
    expect(completeness({ parts }, aFiling(aContent())).map(({ part }) => part)).toEqual([
      'report',
      'gifts',
      'board_signature',
    ]);
  });

  it('asks nothing that the duty does not', () => {
    expect(completeness({ parts: [] }, aFiling(aContent()))).toEqual([]);
  });

  it('a part and subject come once, with the first reason', () => {
    const totals = { gifts: euro(1), money: euro(1), inKind: euro(0), debtsAtEnd: euro(0) };
    const stated = { ...NOTHING, noGifts: true };
    expect(why(aPart('gifts'), { gifts: [MONEY], totals, stated })).toEqual([
      'stated_none_but_listed',
    ]);
    const gifts = [2023, 2024].map((year) => aListedGift(MONEY.lines, { year, name: null }));
    expect(lacking(aPart('gifts'), { gifts })).toEqual([
      ['donor-1', null, 'particulars_missing', ['name']],
    ]);
    const others = [null, 'Prins'].map((name, at) =>
      aListedGift(MONEY.lines, { donor: `d-${String(at)}`, address: null, name }),
    );
    expect(lacking(aPart('gifts'), { gifts: others })).toEqual([
      ['d-0', null, 'particulars_missing', ['name', 'address']],
      ['d-1', 'Prins', 'particulars_missing', ['address']],
    ]);
  });
});

describe('the list of gifts', () => {
  it('that is empty must say so', () => {
    expect(why(aPart('gifts'), {})).toEqual(['none_not_stated']);
    expect(why(aPart('gifts'), { stated: { ...ALL_NONE, noGifts: false } })).toEqual([
      'none_not_stated',
    ]);
    expect(why(aPart('gifts'), { stated: { ...NOTHING, noGifts: true } })).toEqual([]);
  });

  it('that holds gifts cannot say there are none', () => {
    expect(why(aPart('gifts'), { gifts: [MONEY] })).toEqual([]);
    expect(why(aPart('gifts'), { gifts: [MONEY], stated: { ...NOTHING, noGifts: true } })).toEqual([
      'stated_none_but_listed',
    ]);
  });

  it.each([
    ['a name', { name: null }, ['name']],
    ['an address', { address: null }, ['address']],
    ['a residence', { residence: null }, ['address']],
    ['everything', { name: null, address: null, residence: null }, ['name', 'address']],
  ])('names the donor who lacks %s', (_, over, codes) => {
    const gifts = [aListedGift(MONEY.lines, over)];
    const name = 'name' in over ? null : 'J. Janssen';
    expect(lacking(aPart('gifts'), { gifts })).toEqual([
      ['donor-1', name, 'particulars_missing', codes],
    ]);
  });

  describe('the owner behind a donor that is no natural person (art. 21 lid 1 onder a)', () => {
    const ubo = { name: 'B. Bos', address: 'Laan 3', residence: 'Ede', country: null };
    const company = { donorKind: 'legal_person', name: 'Bos BV' } as const;
    it.each([
      ['nobody', [], ['ubo']],
      ['someone without address', [{ ...ubo, address: null }], ['ubo']],
      ['someone without residence', [{ ...ubo, residence: null }], ['ubo']],
      ['one who is known', [ubo], null],
      ['one of two who is known', [{ ...ubo, address: null }, ubo], null],
    ])('%s', (_, ubos, codes) => {
      const gifts = [aListedGift(MONEY.lines, { ...company, ubos })];
      expect(lacking(aPart('gifts'), { gifts })).toEqual(
        codes === null ? [] : [['donor-1', 'Bos BV', 'particulars_missing', codes]],
      );
    });

    it('is asked since 2023', () => {
      const on = (day: string): number =>
        why(aPart('gifts'), {
          gifts: [aListedGift([aLine(aContribution(5_000, day))], company)],
        }).length;
      expect([on('2022-12-31'), on('2023-01-01')]).toEqual([0, 1]);
    });

    it('is not asked of a natural person or an estate', () => {
      const gifts = [MONEY, aListedGift(MONEY.lines, { donorKind: 'estate' })];
      expect(why(aPart('gifts'), { gifts })).toEqual([]);
    });

    it('nothing was received of, asks no owner', () => {
      expect(why(aPart('gifts'), { gifts: [aListedGift([], company)] })).toEqual([]);
    });
  });

  it.each([
    ['the total of a donor', { gifts: [{ ...MONEY, total: euro(2_001) }] }],
    ['the money of a donor', { gifts: [{ ...MONEY, money: euro(1_999) }] }],
    ['what a donor gave in kind', { gifts: [{ ...MONEY, inKind: euro(1) }] }],
  ])('a sum that is not that of its lines: %s', (_, content) => {
    const totals = aContent({ gifts: [MONEY] }).totals;
    expect(why(aPart('gifts'), { ...content, totals })).toEqual(['totals_wrong']);
  });

  it.each(['gifts', 'money', 'inKind'] as const)(
    'a sum under the list that is not that of the donors: %s',
    (sum) => {
      const { totals } = aContent({ gifts: [MONEY, ROOM] });
      expect(why(aPart('gifts'), { gifts: [MONEY, ROOM], totals })).toEqual([]);
      const wrong = { ...totals, [sum]: euro(1) };
      expect(why(aPart('gifts'), { gifts: [MONEY, ROOM], totals: wrong })).toEqual([
        'totals_wrong',
      ]);
    },
  );
});

describe('T3: gifts in kind are listed or explicitly none', () => {
  it.each([
    ['money only, nothing said', [MONEY], false, ['none_not_stated']],
    ['money only, none in kind', [MONEY], true, []],
    ['a room', [MONEY, ROOM], false, []],
    ['a room, and none in kind', [MONEY, ROOM], true, ['stated_none_but_listed']],
    ['no gifts, nothing said', [], false, ['none_not_stated']],
    ['no gifts, none in kind', [], true, []],
  ])('%s', (_, gifts, noGiftsInKind, expected) => {
    expect(why(aPart('in_kind'), { gifts, stated: { ...NOTHING, noGiftsInKind } })).toEqual(
      expected,
    );
  });

  it('"no gifts" does not say "none in kind"', () => {
    const stated = { noGifts: true, noGiftsInKind: false, noDebts: true };
    expect(why(aPart('in_kind'), { stated })).toEqual(['none_not_stated']);
  });

  it('one line in kind among money is enough', () => {
    const lines = [aLine(aContribution(900, '2024-05-06')), aLine(inKind(100, '2024-05-07'))];
    expect(why(aPart('in_kind'), { gifts: [aListedGift(lines)] })).toEqual([]);
  });
});

describe('Wfpp art. 25 lid 1 onder e: the overview of each foundation or association', () => {
  const lines = [aLine(aContribution(2_000, '2024-05-06'))];
  const dijk = aListedGift(lines, { donorKind: 'foundation', name: 'Stichting Dijk' });
  const entry = {
    donor: 'donor-1',
    name: 'Stichting Dijk',
    year: 2024,
    overview: 'o-1',
    givers: [],
  };

  it('is named by donor when it was not received, or left out', () => {
    const missing = [['donor-1', 'Stichting Dijk', 'absent', []]];
    const part = aPart('look_through');
    expect(lacking(part, { gifts: [dijk], lookThrough: [entry] })).toEqual([]);
    expect(lacking(part, { gifts: [dijk], lookThrough: [{ ...entry, overview: null }] })).toEqual(
      missing,
    );
    expect(lacking(part, { gifts: [dijk] })).toEqual(missing);
    expect(lacking(part, { gifts: [dijk], lookThrough: [{ ...entry, year: 2023 }] })).toEqual(
      missing,
    );
    expect(lacking(part, { gifts: [dijk], lookThrough: [{ ...entry, donor: 'x' }] })).toEqual(
      missing,
    );
  });

  it('is asked of nobody else', () => {
    expect(why(aPart('look_through'), { gifts: [MONEY] })).toEqual([]);
  });
});

describe('the list of debts', () => {
  const debt = (over: Partial<OverviewContent['debts'][number]> = {}) => ({
    debt: 'debt-1',
    creditor: 'Bank',
    address: 'Plein 2',
    residence: 'Utrecht',
    highest: euro(30_000),
    atEnd: euro(30_000),
    ...over,
  });
  const part = aPart('debts');

  it('that is empty must say so', () => {
    expect(why(part, {})).toEqual(['none_not_stated']);
    expect(why(part, { stated: { ...NOTHING, noDebts: true } })).toEqual([]);
    expect(why(part, { debts: [debt()] })).toEqual([]);
    expect(why(part, { debts: [debt()], stated: { ...NOTHING, noDebts: true } })).toEqual([
      'stated_none_but_listed',
    ]);
  });

  it('names the creditor whose address is missing', () => {
    const expected = [['debt-1', 'Bank', 'particulars_missing', ['address']]];
    expect(lacking(part, { debts: [debt({ address: null })] })).toEqual(expected);
    expect(lacking(part, { debts: [debt({ residence: null })] })).toEqual(expected);
  });

  it('has the sum of what stands at the end', () => {
    const { totals } = aContent({ debts: [debt()] });
    const wrong = { ...totals, debtsAtEnd: euro(1) };
    expect(why(part, { debts: [debt()], totals: wrong })).toEqual(['totals_wrong']);
  });

  it('T26: only what stood at the end is not the list of the year', () => {
    const loan = debt({ debt: 'debt-2', creditor: 'Drukker', atEnd: euro(0) });
    const booked = { debts: [debt(), loan] };
    expect(lacking(part, { debts: [debt(), loan] }, booked)).toEqual([]);
    expect(lacking(part, { debts: [debt()] }, booked)).toEqual([
      ['debt-2', 'Drukker', 'at_end_only', []],
    ]);
    expect(lacking(part, { debts: [loan] }, booked)).toEqual([
      ['debt-1', 'Bank', 'not_listed', []],
    ]);
    expect(lacking(part, {}, booked)).toEqual([
      ['debt-1', 'Bank', 'not_listed', []],
      ['debt-2', 'Drukker', 'not_listed', []],
    ]);
  });

  it('T26: at the end means 25,000 or more at the end', () => {
    const left = (atEnd: number): unknown => {
      const loan = debt({ debt: 'debt-2', creditor: 'Drukker', atEnd: euro(atEnd) });
      return lacking(part, { debts: [debt()] }, { debts: [debt(), loan] });
    };
    expect(left(24_999)).toEqual([['debt-2', 'Drukker', 'at_end_only', []]]);
    expect(left(25_000)).toEqual([['debt-2', 'Drukker', 'not_listed', []]]);
  });

  it('"none" is contradicted by the books', () => {
    const stated = { ...NOTHING, noDebts: true };
    expect(lacking(part, { stated }, { debts: [debt({ atEnd: euro(0) })] })).toEqual([
      ['debt-1', 'Bank', 'at_end_only', []],
    ]);
    expect(lacking(part, { stated }, { debts: [] })).toEqual([]);
  });
});

describe('documents', () => {
  const has = (part: RequiredPart['part'], documents: readonly FiledDocument[]): unknown =>
    why(aPart(part), { documents });

  it.each(['report', 'document'] as const)('the %s itself', (part) => {
    expect(has(part, [aDocument('candidate', 'c1')])).toEqual(['absent']);
    expect(has(part, [aDocument('candidate', 'c1'), aDocument(part, 'r1')])).toEqual([]);
  });

  it.each<readonly [string, readonly FiledDocument[], unknown]>([
    ['no statement', [aDocument('report', 'r1')], [[null, null, 'absent', []]]],
    [
      'one that names nothing',
      [aDocument('auditor_statement', 's1')],
      [[null, null, 'names_no_documents', []]],
    ],
    [
      'one about this report',
      [aDocument('report', 'r1'), aDocument('auditor_statement', 's1', ['r1'])],
      [],
    ],
    [
      'one about an earlier version of the report',
      [aDocument('report', 'r2'), aDocument('auditor_statement', 's1', ['r1'])],
      [[null, null, 'document_not_covered', ['report-r2.pdf']]],
    ],
    [
      'one that never saw the activity report',
      [
        aDocument('report', 'r1'),
        aDocument('document', 'a1'),
        aDocument('auditor_statement', 's1', ['r1']),
      ],
      [[null, null, 'document_not_covered', ['document-a1.pdf']]],
    ],
    [
      'two that cover everything together',
      [
        aDocument('report', 'r1'),
        aDocument('document', 'a1'),
        aDocument('auditor_statement', 's1', ['r1']),
        aDocument('auditor_statement', 's2', ['a1']),
      ],
      [],
    ],
    [
      'statements of candidates are no subject of it',
      [
        aDocument('report', 'r1'),
        aDocument('candidate', 'c1'),
        aDocument('auditor_statement', 's1', ['r1']),
      ],
      [],
    ],
  ])('T28, the statement of the accountant: %s', (_, documents, expected) => {
    expect(lacking(aPart('auditor_statement'), { documents })).toEqual(expected);
  });
});

describe('affiliates and candidates are named one by one', () => {
  const included = {
    part: 'affiliate',
    ref: YOUTH,
    name: 'Jong',
    filing: 'f-7',
    sha256: '77',
  } as const;
  const jong = aPart('affiliate', { ref: YOUTH, name: 'Jong' });

  it('an affiliate counts when its filing is there by its hash', () => {
    const absent = [[YOUTH, 'Jong', 'absent', []]];
    expect(lacking(jong, {})).toEqual(absent);
    expect(lacking(jong, { included: [{ ...included, filing: null, sha256: null }] })).toEqual(
      absent,
    );
    expect(lacking(jong, { included: [{ ...included, ref: 'other' }] })).toEqual(absent);
    expect(lacking(jong, { included: [{ ...included, part: 'candidate' }] })).toEqual(absent);
    expect(lacking(jong, { included: [included] })).toEqual([]);
  });

  it('two candidates of whom one stated nothing', () => {
    const parts = [CANDIDATE, 'candidate-2'].map((ref) =>
      aPart('candidate', { ref, name: `Kandidaat ${ref}` }),
    );
    const stated = {
      part: 'candidate',
      ref: CANDIDATE,
      name: 'x',
      filing: null,
      sha256: '99',
    } as const;
    const found = completeness({ parts }, aFiling(aContent({ included: [stated] })));
    expect(found.map(({ name }) => name)).toEqual(['Kandidaat candidate-2']);
  });
});

describe('signatures stand under exactly these bytes', () => {
  const check = (
    part: 'board_signature' | 'accountant_signature',
    signatures: readonly FilingSignature[],
  ): readonly string[] =>
    completeness({ parts: [aPart(part)] }, aFiling(aContent(), { signatures })).map(
      (found) => found.why,
    );

  it.each([
    ['board_signature', 'board', 'accountant'],
    ['accountant_signature', 'accountant', 'board'],
  ] as const)('%s', (part, role, other) => {
    expect(check(part, [])).toEqual(['absent']);
    expect(check(part, [aSignature(other)])).toEqual(['absent']);
    expect(check(part, [aSignature(role, 'bb')])).toEqual(['other_hash']);
    expect(check(part, [aSignature(role)])).toEqual([]);
    expect(check(part, [aSignature(role, 'bb'), aSignature(role)])).toEqual([]);
  });

  it('a signature over another hash is void', () => {
    const signatures = [aSignature('board', 'bb'), aSignature('accountant')];
    expect(validSignatures({ sha256: 'aa', signatures })).toEqual([aSignature('accountant')]);
    expect(validSignatures({ sha256: 'bb', signatures })).toEqual([aSignature('board', 'bb')]);
    expect(validSignatures({ sha256: 'cc', signatures })).toEqual([]);
  });
});
