import { type Group, type Hit, search } from '../../../src/modules/search/public';
import { ANetwork, publicIdOf } from '../../support/a-network';
import { OVERSEER_SCOPE } from '../../support/a-party';
import { openTestDatabase, type TestDatabase } from '../../support/database';

describe('The staff finds', () => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await openTestDatabase();
    const net = new ANetwork(test.ownerQuery);
    await net.party('polderpartij', 'Polderpartij');
    await net.party('duinpartij', 'Duinpartij');
    await net.donor({ name: 'W. de Vries', residence: 'Utrecht' });
    await net.donor({ name: 'Johanna de Vries-van der Dijk', residence: 'Assen' });
    await net.donor({ name: 'Wijnand Vriesman', residence: 'Haarlem' });
    await net.donor({
      name: 'Jansen & Zonen B.V.',
      kind: 'undertaking',
      registerNumber: '12345678',
    });
    await net.donor({ name: 'Ömer Yıldız', residence: 'Den Haag' });
    await net.trait('Jansen & Zonen B.V.', 'ubo', 'k jansen|ede', 'K. Jansen, Ede');
    await net.gift({
      donor: 'W. de Vries',
      party: 'polderpartij',
      euros: 10_000,
      day: '2025-03-05',
    });
    await net.gift({
      donor: 'W. de Vries',
      party: 'duinpartij',
      euros: 4_999.99,
      day: '2025-03-06',
    });
    await net.gift({ donor: 'W. de Vries', party: 'duinpartij', euros: 7_500, day: '2024-03-06' });
    await net.gift({
      donor: 'Jansen & Zonen B.V.',
      party: 'polderpartij',
      euros: 10_000,
      day: '2025-09-01',
    });
    await net.gift({
      donor: 'Jansen & Zonen B.V.',
      party: 'polderpartij',
      euros: 300,
      day: null,
      year: 2025,
    });
    await net.gift({
      donor: 'Ömer Yıldız',
      party: 'polderpartij',
      euros: 1_000,
      day: '2025-05-05',
      recipient: ['scientific_institute', 'Instituut Dijkzicht'],
    });
  });
  afterAll(() => test.close());

  const look = (
    line: string,
    only: Group | null = null,
    after: readonly (string | number)[] | null = null,
    limit = 50,
  ) =>
    test.database.inTransaction(OVERSEER_SCOPE, (tx) => search(tx, line, only, { after, limit }));

  const found = async (line: string): Promise<Readonly<Record<string, readonly string[]>>> => {
    const { groups } = await look(line);
    return Object.fromEntries(
      groups.map(({ group, hits }) => [
        group,
        hits.map(({ name, amountCents, number }) =>
          group === 'gifts'
            ? `${name ?? ''} ${String(Number(amountCents) / 100)}`
            : (name ?? number ?? ''),
        ),
      ]),
    );
  };

  it.each<[string, string, readonly string[]]>([
    [
      'a surname, whole words first',
      'vries',
      ['Johanna de Vries-van der Dijk', 'W. de Vries', 'Wijnand Vriesman'],
    ],
    [
      'with what stands before it',
      'de vries',
      ['Johanna de Vries-van der Dijk', 'W. de Vries', 'Wijnand Vriesman'],
    ],
    ['first letters', 'w. vries', ['W. de Vries', 'Wijnand Vriesman']],
    ['a name and a place', 'vries assen', ['Johanna de Vries-van der Dijk']],
    ['a spelling that sounds the same', 'van der Dyk', ['Johanna de Vries-van der Dijk']],
    ['letters without their signs', 'omer', ['Ömer Yıldız']],
    ['a name that was misspelled', 'janzen zonen', ['Jansen & Zonen B.V.']],
    ['a number of the trade register', '12345678', ['Jansen & Zonen B.V.']],
    ['a short word as a whole word', 'bv', []],
    ['nothing of a word that no name has', 'kwartelkoning', []],
  ])('donors by %s: %s', async (_how, line, names) => {
    expect((await found(line))['donors'] ?? []).toEqual(names);
  });

  it.each<[string, readonly string[]]>([
    ['10.000', ['Jansen & Zonen B.V. 10000', 'W. de Vries 10000']],
    ['€ 4.999,99', ['W. de Vries 4999.99']],
    ['5 maart 2025', ['W. de Vries 10000']],
    ['maart 2025', ['W. de Vries 4999.99', 'W. de Vries 10000']],
    ['2025-03-06', ['W. de Vries 4999.99']],
    ['>5000', ['W. de Vries 10000', 'Jansen & Zonen B.V. 10000', 'W. de Vries 7500']],
    ['de vries 2025 >5000', ['W. de Vries 10000']],
    ['jansen polderpartij', ['Jansen & Zonen B.V. 10000', 'Jansen & Zonen B.V. 300']],
    ['duinpartij 2024', ['W. de Vries 7500']],
    ['2025 <500', ['Jansen & Zonen B.V. 300']],
    ['vries 12-2025', []],
  ])('gifts: %s', async (line, gifts) => {
    const seen = (await found(line))['gifts'] ?? [];
    expect([...seen].sort()).toEqual([...gifts].sort());
  });

  it('undated gifts of a list with those of their year', async () => {
    expect((await found('jansen 2025'))['gifts']).toContain('Jansen & Zonen B.V. 300');
    expect((await found('jansen september 2025'))['gifts']).toEqual(['Jansen & Zonen B.V. 10000']);
  });

  it('affiliates, owners and a donor by its number', async () => {
    expect((await found('dijkzicht'))['organisations']).toEqual(['Instituut Dijkzicht']);
    expect((await found('k. jansen'))['owners']).toEqual(['K. Jansen, Ede']);
    const { groups } = await look(publicIdOf('W. de Vries').toLowerCase());
    expect(groups.map(({ group }) => group)).toEqual(['donors', 'gifts']);
    expect(groups[0]?.hits.map(({ why }) => why)).toEqual([['number']]);
  });

  it.each(['vries', 'janzen zonen'])('every donor once, page after page: %s', async (line) => {
    const whole = (await look(line, 'donors')).groups[0]?.hits ?? [];
    const seen: string[] = [];
    let after: readonly (string | number)[] | null = null;
    for (let page = 0; page < 5; page += 1) {
      const [hit]: readonly Hit[] = (await look(line, 'donors', after, 1)).groups[0]?.hits ?? [];
      if (hit === undefined) break;
      seen.push(hit.id);
      after = hit.position;
    }
    expect(seen).toEqual(whole.map(({ id }) => id));
  });

  it.each(['jansen', '>200', '2025', '10.000', 'polderpartij'])(
    'every gift once, page after page: %s',
    async (line) => {
      const whole = (await look(line, 'gifts')).groups[0]?.hits ?? [];
      const seen: string[] = [];
      let after: readonly (string | number)[] | null = null;
      for (let page = 0; page < 9; page += 1) {
        const [hit]: readonly Hit[] = (await look(line, 'gifts', after, 1)).groups[0]?.hits ?? [];
        if (hit === undefined) break;
        seen.push(hit.id);
        after = hit.position;
      }
      expect(whole.length).toBeGreaterThan(1);
      expect(seen).toEqual(whole.map(({ id }) => id));
    },
  );

  it('a name that thousands bear: the newest gifts are gone through, and it says so', async () => {
    await test.ownerQuery(`
      insert into insight.donor (public_id, key, kind, name, residence)
      select 'D-' || lpad(n::text, 10, '0'), 'many' || n, 'natural_person', 'Gewoon ' || n, 'Ede'
        from generate_series(1, 2100) n;
      insert into insight.gift (party_id, key, line, source, donor_id, donor_kind, recipient_name,
          recipient_kind, type, form, year, received_on, amount_cents, grounds)
      select p.id, 'list:many:' || d.key, 'gift', 'list', d.id, d.kind, p.name, 'party', 'gift',
             'money', 2025, '2025-06-01', 5000, '{list}'
        from insight.donor d, insight.party p where d.key like 'many%' and p.slug = 'duinpartij'`);
    const { groups } = await look('gewoon 2025', 'gifts', null, 3);
    expect(groups).toMatchObject([{ group: 'gifts', partly: true }]);
    expect(groups[0]?.hits).toHaveLength(3);
  });
});
