import { createHash } from 'node:crypto';
import { egoNetwork } from '../../../src/modules/network/application/ego-network';
import { waysBetween } from '../../../src/modules/network/application/paths';
import { ALL_TIES, type TieFilter } from '../../../src/modules/network/facts/graph';
import { ANetwork, publicIdOf } from '../../support/a-network';
import { OVERSEER_SCOPE } from '../../support/a-party';
import { openTestDatabase, type TestDatabase } from '../../support/database';

function shared(value: string): string {
  return `K-${createHash('md5').update(value).digest('hex')}`;
}

describe('The network', () => {
  let test: TestDatabase;
  let net: ANetwork;

  beforeAll(async () => {
    test = await openTestDatabase();
    net = new ANetwork(test.ownerQuery);
    await net.party('polder', 'Polderpartij');
    await net.party('duin', 'Duinpartij');
    await net.donor({ name: 'Dijk B.V.', kind: 'legal_person', residence: 'Ede' });
    await net.donor({ name: 'Sloot B.V.', kind: 'legal_person', residence: 'Ede' });
    await net.donor({ name: 'K. Jansen', residence: 'Ede' });
    await net.donor({ name: 'Stichting Vergezicht', kind: 'foundation' });
    await net.donor({ name: 'A. Alleen' });
    await net.trait('Dijk B.V.', 'ubo', 'k jansen|ede', 'K. Jansen, Ede');
    await net.trait('Sloot B.V.', 'ubo', 'k jansen|ede', 'K. Jansen, Ede');
    await net.trait('Dijk B.V.', 'address', 'dam 1|ede', 'Dam 1, Ede');
    await net.trait('Stichting Vergezicht', 'address', 'dam 1|ede', 'Dam 1, Ede');
    await net.trait('A. Alleen', 'address', 'eenzaam 9|ede', 'Eenzaam 9, Ede');
    await net.gift({ donor: 'Dijk B.V.', party: 'polder', euros: 50_000, day: '2024-02-01' });
    await net.gift({ donor: 'Dijk B.V.', party: 'polder', euros: 40_000, day: '2025-02-01' });
    await net.gift({
      donor: 'Dijk B.V.',
      party: 'polder',
      euros: 99,
      day: '2025-02-02',
      annulled: true,
    });
    await net.gift({ donor: 'Sloot B.V.', party: 'duin', euros: 900, day: '2025-03-01' });
    await net.gift({
      donor: 'A. Alleen',
      party: 'duin',
      euros: 100,
      day: '2025-03-01',
      recipient: ['youth_organisation', 'Jonge Duinen'],
    });
  });
  afterAll(() => test.close());

  const around = (name: string, depth: number, filter: Partial<TieFilter> = {}, most = 100) =>
    test.database.inTransaction(OVERSEER_SCOPE, (tx) =>
      egoNetwork(tx, {
        ref: name.includes('-') ? name : publicIdOf(name),
        depth,
        filter: { ...ALL_TIES, ...filter },
        mostNodes: most,
        mostOfEach: 50,
      }),
    );

  const ways = (from: string, to: string) =>
    test.database.inTransaction(OVERSEER_SCOPE, (tx) => waysBetween(tx, from, to, ALL_TIES));

  const ties = async (...ask: Parameters<typeof around>): Promise<readonly string[]> => {
    const found = await around(...ask);
    const names = new Map(found?.nodes.map(({ ref, name }) => [ref, name ?? '?']));
    return (found?.ties ?? [])
      .map(({ kind, from, to, cents }) =>
        [names.get(from), kind, names.get(to), cents === null ? '' : String(cents / 100)]
          .join(' ')
          .trim(),
      )
      .sort();
  };

  it('of a donor: to whom it gave and how much, who owns it, who shares its address', async () => {
    expect(await ties('Dijk B.V.', 1)).toEqual([
      'Dijk B.V. gave Polderpartij 90000',
      'Dijk B.V. owned_by K. Jansen, Ede',
      'Dijk B.V. same_address Dam 1, Ede',
    ]);
  });

  it('one step on: the other company of the owner, the owner as a donor, who else lives there', async () => {
    expect(await ties('Dijk B.V.', 2)).toEqual([
      'Dijk B.V. gave Polderpartij 90000',
      'Dijk B.V. owned_by K. Jansen, Ede',
      'Dijk B.V. same_address Dam 1, Ede',
      'K. Jansen same_person K. Jansen, Ede',
      'Sloot B.V. owned_by K. Jansen, Ede',
      'Stichting Vergezicht same_address Dam 1, Ede',
    ]);
  });

  it('an address nobody shares is no tie', async () => {
    expect(await ties('A. Alleen', 1)).toEqual(['A. Alleen gave Jonge Duinen 100']);
  });

  it('a party: its donors, and the affiliates that were given to', async () => {
    expect(await ties('P-duin', 1)).toEqual([
      'Jonge Duinen part_of Duinpartij',
      'Sloot B.V. gave Duinpartij 900',
    ]);
  });

  it('only of a year, from an amount, or of some sorts', async () => {
    expect(await ties('Dijk B.V.', 1, { year: 2024, kinds: ['gave'] })).toEqual([
      'Dijk B.V. gave Polderpartij 50000',
    ]);
    expect(
      await ties('Dijk B.V.', 1, { year: 2025, leastCents: 4_000_001, kinds: ['gave'] }),
    ).toEqual([]);
    expect(await ties('Dijk B.V.', 1, { kinds: ['owned_by'] })).toHaveLength(1);
  });

  it('says when there is more than fits', async () => {
    expect((await around('Dijk B.V.', 3, {}, 3))?.cut).toBe(true);
    expect((await around('Dijk B.V.', 3, {}, 3))?.nodes).toHaveLength(3);
    expect((await around('Dijk B.V.', 1))?.cut).toBe(false);
  });

  it('follows changes of gifts: annulled, changed and removed', async () => {
    const id = await net.gift({
      donor: 'Stichting Vergezicht',
      party: 'duin',
      euros: 700,
      day: '2025-01-05',
    });
    const sum = async (): Promise<readonly string[]> =>
      ties('Stichting Vergezicht', 1, { kinds: ['gave'] });
    expect(await sum()).toEqual(['Stichting Vergezicht gave Duinpartij 700']);
    await test.ownerQuery('update insight.gift set returned_cents = 20000 where id = $1', [id]);
    expect(await sum()).toEqual(['Stichting Vergezicht gave Duinpartij 500']);
    await test.ownerQuery('update insight.gift set annulled = true where id = $1', [id]);
    expect(await sum()).toEqual([]);
    await test.ownerQuery('update insight.gift set annulled = false, year = 2024 where id = $1', [
      id,
    ]);
    expect(await sum()).toEqual(['Stichting Vergezicht gave Duinpartij 500']);
    await test.ownerQuery('delete from insight.gift where id = $1', [id]);
    expect(await sum()).toEqual([]);
    const [left] = await test.ownerQuery<{ n: number }>(
      `select count(*)::int as n from insight.network_tie t join insight.donor d on d.id = t.donor_id
        where d.name = 'Stichting Vergezicht'`,
    );
    expect(left?.n).toBe(0);
  });

  it('the shortest way between two: through the owner of both companies', async () => {
    const found = await ways('P-polder', 'P-duin');
    const owner = shared('k jansen|ede');
    expect(found.paths).toEqual([
      ['P-polder', publicIdOf('Dijk B.V.'), owner, publicIdOf('Sloot B.V.'), 'P-duin'],
    ]);
    expect(found.ties.map(({ kind }) => kind).sort()).toEqual([
      'gave',
      'gave',
      'owned_by',
      'owned_by',
    ]);
  });

  it('no way within four steps is said, and unknown ends lead nowhere', async () => {
    expect((await ways(publicIdOf('Stichting Vergezicht'), publicIdOf('A. Alleen'))).paths).toEqual(
      [],
    );
    expect((await ways('D-0000000000', 'P-duin')).paths).toEqual([]);
    expect(await around('D-0000000000', 1)).toBeNull();
  });

  it('a donor of both parties is the shortest way', async () => {
    await net.gift({ donor: 'K. Jansen', party: 'polder', euros: 5, day: '2025-01-01' });
    await net.gift({ donor: 'K. Jansen', party: 'duin', euros: 5, day: '2025-01-01' });
    const found = await ways('P-polder', 'P-duin');
    expect(found.paths).toEqual([['P-polder', publicIdOf('K. Jansen'), 'P-duin']]);
  });

  it('companies that own each other: the walk ends, and each is met once', async () => {
    await net.donor({ name: 'Ring A', kind: 'legal_person', residence: 'Oss' });
    await net.donor({ name: 'Ring B', kind: 'legal_person', residence: 'Oss' });
    await net.trait('Ring A', 'ubo', 'ring b|os', 'Ring B, Oss');
    await net.trait('Ring B', 'ubo', 'ring a|os', 'Ring A, Oss');
    const found = await around('Ring A', 3);
    expect(found?.nodes.map(({ name }) => name).sort()).toEqual([
      'Ring A',
      'Ring A, Oss',
      'Ring B',
      'Ring B, Oss',
    ]);
    expect(found?.ties).toHaveLength(4);
    expect(
      (await ways(publicIdOf('Ring A'), publicIdOf('Ring B'))).paths.every(
        (path) => path.length === 3,
      ),
    ).toBe(true);
  });

  it('a party sees nothing of it', async () => {
    const scope = {
      ...OVERSEER_SCOPE,
      role: 'app' as const,
      tenantId: '5a1f0c7e-0000-4000-8000-000000000001',
    };
    for (const table of ['donor', 'network_tie', 'network_recipient'])
      await expect(
        test.database.inTransaction(scope, (tx) => tx.query(`select 1 from insight.${table}`)),
      ).rejects.toThrow(/permission denied/);
  });
});
