import { euro, euroCents } from '../../../src/legal/kernel/euro-cents';
import { plainDate } from '../../../src/legal/kernel/plain-date';
import {
  type AboutEntry,
  type EntryRule,
  type Knowledge,
  NOTHING_ABOUT,
  type SeenEntry,
} from '../../../src/modules/statements/recognition/proposal';
import { recognise } from '../../../src/modules/statements/recognition/recognise';
import { mayBookItself, nameFits } from '../../../src/modules/statements/recognition/match-rule';

const OWN = 'NL87INGB0999999002';
const INSTITUTE = 'NL02ABNA0123456789';
const JAN = 'NL43RABO0009999011';

const KNOWS: Knowledge = {
  members: [
    {
      recipient: 'party',
      kind: 'party',
      name: 'Partij',
      from: plainDate('2020-01-01'),
      until: null,
    },
  ],
  accounts: new Map([
    [OWN, 'party'],
    [INSTITUTE, 'institute'],
  ]),
  dues: [{ amount: euro(30), name: 'jaarcontributie' }],
  rules: [],
  earlier: new Map(),
};

type Changes = Partial<Omit<SeenEntry, 'counterparty'>> & {
  readonly name?: string | null;
  readonly iban?: string | null;
};

function entry({ name = 'J. Voorbeeld', iban = JAN, ...changes }: Changes = {}): SeenEntry {
  return {
    account: OWN,
    bookedOn: plainDate('2026-03-02'),
    direction: 'credit',
    amount: euro(1_000),
    reversal: false,
    means: 'transfer',
    counterparty: { name, iban, bic: null, address: null },
    description: '',
    paymentReference: null,
    batchOf: null,
    returnReason: null,
    ...changes,
  };
}

const JAN_BY_ACCOUNT: AboutEntry = {
  ...NOTHING_ABOUT,
  donor: { certainty: 'certain', donorId: 'jan', name: 'J. Voorbeeld', by: 'account', others: [] },
};

function rule(changes: Partial<EntryRule['when']>, then?: EntryRule['then']): EntryRule {
  return {
    id: 'rule',
    name: 'Een regel',
    when: {
      counterpartyIban: null,
      namePattern: null,
      words: [],
      minAmount: null,
      maxAmount: null,
      account: null,
      ...changes,
    },
    then: then ?? { do: 'book', type: 'membership_dues', donorId: 'jan', recipientId: null },
    booksItself: true,
  };
}

describe('What a line of a bank statement is taken for, by kind', () => {
  it.each<[string, Changes, string]>([
    ['Gift maart', {}, 'contribution'],
    ['Donatie verkiezingscampagne', { name: 'Voorbeeld Beheer B.V.' }, 'contribution'],
    ['', { name: 'VRIES J DE E/O JANSEN M' }, 'contribution'],
    ['Spende / donation', { iban: 'DE89370400440532013000' }, 'contribution'],
    ['Gift en kaartje congres', {}, 'contribution'],
    ['Overboeking naar spaarrekening', { iban: INSTITUTE }, 'internal_transfer'],
    ['Verzamelbetaling 12 iDEAL-donaties', { name: 'Stichting Betaaldienst Voorbeeld' }, 'batch'],
    ['Uitbetaling M0123456', { name: 'Stichting Mollie Payments' }, 'batch'],
    ['STRIPE PAYOUT', { name: 'Stripe Technology Europe' }, 'batch'],
    ['Settlement 2026-03', { name: 'Stichting Derdengelden Buckaroo' }, 'batch'],
    ['PAYPAL 1029384', { name: 'PayPal (Europe) S.a.r.l.' }, 'batch'],
    ['TOTAAL 14 BETALINGEN', { name: 'ING', batchOf: 14 }, 'batch'],
    ['12 tikkies', { name: 'AAB INZ TIKKIE' }, 'batch'],
    [
      'Tikkie ID 001, gift, Van J. de Vries, NL91ABNA0417164300',
      { name: 'AAB INZ TIKKIE' },
      'contribution',
    ],
    ['Storting contant filiaal 0000', { name: null, iban: null }, 'cash'],
    ['Sealbag 00123', { name: null, iban: null, means: 'cash' }, 'cash'],
    ['Kosten betalingsverkeer maart', { name: null, iban: null }, 'bank_costs'],
    ['Creditrente', { name: null, iban: null, means: 'interest' }, 'interest'],
    ['Subsidie Wfpp 2026 voorschot', { name: 'Ministerie van BZK' }, 'subsidy'],
    ['Teruggaaf omzetbelasting', { name: 'Belastingdienst' }, 'tax'],
    ['Factuur 2026-014', { name: 'Drukkerij De Pers' }, 'sale'],
    ['Ticket congres 12 april', {}, 'sale'],
    ['Restitutie zaalhuur', { name: 'Hotel De Zon' }, 'refund'],
    ['Lening conform overeenkomst', {}, 'loan'],
    ['Rekening opgeheven', { returnReason: 'AC04' }, 'own_payment_returned'],
    ['Correctie bank', { reversal: true }, 'own_payment_returned'],
  ])('credit "%s"', (description, changes, kind) => {
    expect(recognise(entry({ description, ...changes }), KNOWS, NOTHING_ABOUT).kind).toBe(kind);
  });

  it.each<[string, Changes, string]>([
    ['Terugstorting gift 3 maart', {}, 'return_of_contribution'],
    ['Incasso geweigerd', { returnReason: 'MD06' }, 'return_of_contribution'],
    ['Kosten betalingsverkeer maart', { iban: null, name: null }, 'bank_costs'],
    ['Naar instituut', { iban: INSTITUTE }, 'internal_transfer'],
    ['Loonheffing', { name: 'Belastingdienst' }, 'tax'],
    ['Factuur 12', { name: 'Drukkerij De Pers' }, 'payment'],
  ])('debit "%s"', (description, changes, kind) => {
    const seen = entry({ description, direction: 'debit', ...changes });
    expect(recognise(seen, KNOWS, NOTHING_ABOUT).kind).toBe(kind);
  });

  it.each<[string, Changes, string]>([
    ['Contributie 2026', {}, 'membership_dues'],
    ['Lidmaatschap lidnr 123', {}, 'membership_dues'],
    ['maart', { amount: euro(30) }, 'membership_dues'],
    ['gift maart', { amount: euro(30) }, 'gift'],
    ['Afdracht raadslid Q1', {}, 'office_holder_remittance'],
    ['Nalatenschap mw. A. de Boer', { name: 'Notariskantoor Dijk' }, 'legacy'],
    ['inzake dossier 12', { name: 'Notariskantoor Dijk' }, 'legacy'],
    ['zomaar', {}, 'gift'],
  ])('the type of "%s"', (description, changes, type) => {
    expect(recognise(entry({ description, ...changes }), KNOWS, NOTHING_ABOUT).type).toBe(type);
  });
});

describe('Certain is only what a rule or an earlier decision says', () => {
  it('words and a known account together are likely, never certain', () => {
    const found = recognise(entry({ description: 'Gift maart' }), KNOWS, JAN_BY_ACCOUNT);
    expect(found.certainty).toBe('likely');
    expect(found.reasons.map(({ code }) => code)).toEqual(['word', 'donor_account']);
    expect(found.action).toEqual({
      do: 'book',
      donorId: 'jan',
      type: 'gift',
      recipientId: 'party',
    });
  });

  it('an unknown payer without a word is a doubt, and nothing can be pressed', () => {
    const found = recognise(entry(), KNOWS, NOTHING_ABOUT);
    expect(found).toMatchObject({ certainty: 'doubt', donorId: null, action: null });
    expect(found.reasons.map(({ code }) => code)).toEqual(['nothing_else', 'donor_unknown']);
  });

  it('a rule says it: certain, in the order of the treasurer', () => {
    const first = rule({ words: ['contributie'] });
    const second = rule({ counterpartyIban: JAN }, { do: 'set_aside', reason: 'sale' });
    const knows = { ...KNOWS, rules: [first, second] };
    const dues = recognise(entry({ description: 'Contributie 2026' }), knows, NOTHING_ABOUT);
    expect(dues).toMatchObject({ certainty: 'certain', type: 'membership_dues', donorId: 'jan' });
    const other = recognise(entry({ description: 'anders' }), knows, NOTHING_ABOUT);
    expect(other.action).toEqual({ do: 'set_aside', reason: 'sale' });
  });

  it('a rule that leaves the donor open is certain only when the account is known', () => {
    const then = { do: 'book', type: 'membership_dues', donorId: null, recipientId: null } as const;
    const knows = { ...KNOWS, rules: [rule({ words: ['contributie'] }, then)] };
    const seen = entry({ description: 'contributie' });
    expect(recognise(seen, knows, NOTHING_ABOUT).certainty).toBe('doubt');
    expect(recognise(seen, knows, JAN_BY_ACCOUNT).certainty).toBe('certain');
  });

  const earlier = (type: 'gift' | 'membership_dues'): Knowledge => ({
    ...KNOWS,
    earlier: new Map([
      [
        JAN,
        {
          times: 3,
          lastOn: plainDate('2026-02-02'),
          amounts: [euro(30)],
          outcome: { do: 'book', donorId: 'jan', type, recipientId: null },
        },
      ],
    ]),
  });

  it('as decided before on the same account: certain', () => {
    const found = recognise(entry(), earlier('gift'), NOTHING_ABOUT);
    expect(found).toMatchObject({ certainty: 'certain', donorId: 'jan', recipientId: 'party' });
  });

  it.each([
    ['dues of another amount', 'membership_dues', '', euro(500), 'amount_differs'],
    ['words of another type', 'gift', 'Contributie', euro(30), 'words_differ'],
    ['words of a sale', 'gift', 'Factuur 12', euro(30), 'words_differ'],
  ] as const)('but not %s', (_what, type, description, amount, code) => {
    const found = recognise(entry({ description, amount }), earlier(type), NOTHING_ABOUT);
    expect(found.certainty).toBe('doubt');
    expect(found.reasons.map((reason) => reason.code)).toContain(code);
  });

  it('an account abroad never passes by itself (art. 23a)', () => {
    const abroad = 'DE89370400440532013000';
    const known = { ...KNOWS, rules: [rule({ counterpartyIban: abroad })] };
    const found = recognise(entry({ iban: abroad }), known, NOTHING_ABOUT);
    expect(found.certainty).toBe('likely');
    expect(found.cautions).toEqual([{ code: 'foreign_account', values: { country: 'DE' } }]);
  });

  it('a gift of this amount that stands in the books is linked, not booked again', () => {
    const alike = {
      id: 'gift',
      donorId: 'jan',
      donorName: 'J. Voorbeeld',
      amount: euro(1_000),
      receivedOn: plainDate('2026-03-01'),
    };
    const about = { ...JAN_BY_ACCOUNT, alike: [alike] };
    const knows = { ...KNOWS, rules: [rule({ counterpartyIban: JAN })] };
    const found = recognise(entry(), knows, about);
    expect(found).toMatchObject({
      certainty: 'doubt',
      action: { do: 'link', contributionId: 'gift' },
    });
    const two = recognise(entry(), knows, { ...about, alike: [alike, { ...alike, id: 'other' }] });
    expect(two.action).toBeNull();
  });

  it('a debit to the donor of one gift that fits is the return of that gift', () => {
    const gave = {
      id: 'gift',
      donorId: 'jan',
      donorName: 'J. Voorbeeld',
      amount: euro(1_000),
      receivedOn: plainDate('2026-03-01'),
    };
    const debit = entry({ direction: 'debit', description: 'Terugstorting' });
    const found = recognise(debit, KNOWS, { ...NOTHING_ABOUT, returnable: [gave] });
    expect(found).toMatchObject({
      kind: 'return_of_contribution',
      certainty: 'likely',
      action: { do: 'settle', contributionId: 'gift' },
    });
  });

  it('money on an account of which nobody said whose it is cannot be booked', () => {
    const knows = { ...KNOWS, accounts: new Map([[OWN, null]]) };
    const found = recognise(entry({ description: 'gift' }), knows, JAN_BY_ACCOUNT);
    expect(found.action).toBeNull();
    expect(found.cautions.map(({ code }) => code)).toContain('account_of_nobody');
  });
});

describe('Art. 21 lid 2 onder a: a rule books dues by itself only when they need no registration', () => {
  it.each([
    ['EUR 250,00 in 2026: yes', '2026-03-02', 25_000, true],
    ['EUR 250,01 in 2026: no', '2026-03-02', 25_001, false],
    ['EUR 1.000,00 in 2022: yes', '2022-12-31', 100_000, true],
    ['EUR 250,01 on the first day of the new amount: no', '2023-01-01', 25_001, false],
  ])('%s', (_title, day, cents, may) => {
    const seen = entry({ bookedOn: plainDate(day), amount: euroCents(cents) });
    expect(mayBookItself(rule({ counterpartyIban: JAN }), seen)).toBe(may);
  });

  it('never a gift, and never when the treasurer did not choose it', () => {
    const seen = entry({ amount: euro(10) });
    const dues = rule({ counterpartyIban: JAN });
    expect(mayBookItself({ ...dues, booksItself: false }, seen)).toBe(false);
    const gift = { do: 'book', type: 'gift', donorId: 'jan', recipientId: null } as const;
    expect(mayBookItself({ ...dues, then: gift }, seen)).toBe(false);
  });
});

describe('The name pattern of a rule', () => {
  it.each([
    ['J.P. de Vries', 'vries', true],
    ['J.P. de Vries', 'j*vries', true],
    ['Daniëlle Smit', 'danielle smit', true],
    ['J.P. de Vries', 'vries*j', false],
    [null, 'vries', false],
  ])('%s fits "%s": %s', (name, pattern, fits) => {
    expect(nameFits(name, pattern)).toBe(fits);
  });
});
