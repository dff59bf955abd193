import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { MultiDirectedGraph } from 'graphology';
import { parse as parseGraphml } from 'graphology-graphml';
import { egoNetwork } from '../../../src/modules/network/application/ego-network';
import { type ExportName, exportNetwork } from '../../../src/modules/network/application/export';
import { ALL_TIES } from '../../../src/modules/network/facts/graph';
import { readCsv } from '../../../src/platform/spreadsheet/csv';
import { ANetwork, publicIdOf } from '../../support/a-network';
import { OVERSEER_SCOPE } from '../../support/a-party';
import { openTestDatabase, type TestDatabase } from '../../support/database';

const SCHEMAS = join(__dirname, '..', '..', 'conformance', 'bods');

type Statement = Record<string, unknown> & {
  readonly statementId: string;
  readonly recordId: string;
  readonly recordType: string;
  readonly recordDetails: Record<string, unknown>;
};

function bodsValidator(): ValidateFunction {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  for (const file of readdirSync(SCHEMAS).filter((name) => name.endsWith('.json'))) {
    const text = readFileSync(join(SCHEMAS, file), 'utf8').replaceAll(
      '"urn:',
      '"https://bods.local/',
    );
    ajv.addSchema(JSON.parse(text) as object);
  }
  const validate = ajv.getSchema('https://bods.local/statement');
  if (validate === undefined) throw new Error('the schema of statements is not there');
  return validate;
}

describe('The network as files', () => {
  let test: TestDatabase;
  const validate = bodsValidator();

  beforeAll(async () => {
    test = await openTestDatabase();
    const net = new ANetwork(test.ownerQuery);
    await net.party('polder', 'Polder & <Partij>');
    await net.donor({
      name: 'Dijk "B.V." \u0001',
      kind: 'legal_person',
      residence: 'Ede',
      address: 'Dam 1',
      registerNumber: '12345678',
    });
    await net.donor({ name: '=Sloot B.V.', kind: 'undertaking', country: 'BE' });
    await net.donor({ name: 'Ring A', kind: 'legal_person', residence: 'Oss' });
    await net.donor({ name: 'Ring B', kind: 'legal_person', residence: 'Oss' });
    await net.donor({ name: 'A. Mens', residence: 'Ede' });
    await net.trait('Dijk "B.V." \u0001', 'ubo', 'k jansen|ede', 'K. Jansen, Ede');
    await net.trait('=Sloot B.V.', 'ubo', 'k jansen|ede', 'K. Jansen, Ede');
    await net.trait('Ring A', 'ubo', 'ring b|os', 'Ring B, Oss');
    await net.trait('Ring B', 'ubo', 'ring a|os', 'Ring A, Oss');
    await net.gift({ donor: 'A. Mens', party: 'polder', euros: 1_234.5, day: '2025-02-01' });
    await net.gift({
      donor: 'Ring A',
      party: 'polder',
      euros: 10,
      day: null,
      year: 2024,
      recipient: ['candidate', 'C. Kandidaat'],
    });
  });
  afterAll(() => test.close());

  async function file(name: ExportName, around?: string): Promise<string> {
    return test.database.inTransaction(OVERSEER_SCOPE, async (tx) => {
      const limits = { depth: 2, filter: ALL_TIES, mostNodes: 100, mostOfEach: 50 };
      const graph =
        around === undefined ? null : await egoNetwork(tx, { ref: publicIdOf(around), ...limits });
      const parts: string[] = [];
      for await (const part of exportNetwork(tx, name, graph)) parts.push(part);
      return parts.join('');
    });
  }

  it('GraphML is read back with every node, tie and amount', async () => {
    const graph = parseGraphml(MultiDirectedGraph, await file('netwerk.graphml'));
    expect(graph.order).toBe(10);
    expect(graph.getNodeAttribute('P-polder', 'label')).toBe('Polder & <Partij>');
    const donor = publicIdOf('A. Mens');
    const [edge = ''] = graph.directedEdges(donor, 'P-polder');
    expect(graph.getEdgeAttributes(edge)).toMatchObject({
      tie: 'gave',
      cents: 123_450,
      gifts: 1,
      first_on: '2025-02-01',
      last_on: '2025-02-01',
    });
    expect(graph.mapEdges((_, { tie }) => String(tie)).sort()).toEqual([
      'gave',
      'gave',
      'owned_by',
      'owned_by',
      'owned_by',
      'owned_by',
      'part_of',
      'same_person',
      'same_person',
    ]);
  });

  it('a part holds only what lies around one node', async () => {
    const graph = parseGraphml(MultiDirectedGraph, await file('netwerk.graphml', 'Ring B'));
    expect(graph.nodes().length).toBe(4);
    expect(graph.hasNode('P-polder')).toBe(false);
  });

  it('CSV of nodes and ties: one line each, amounts exact, no text that runs as a formula', async () => {
    const nodes = await file('knopen.csv');
    expect(readCsv(nodes).rows?.[0]).toEqual(['id', 'kind', 'name', 'place', 'country']);
    expect(nodes).toContain("'=Sloot B.V.");
    const ties = readCsv(await file('verbanden.csv')).rows ?? [];
    expect(ties).toHaveLength(10);
    expect(ties).toContainEqual([
      publicIdOf('A. Mens'),
      'P-polder',
      'gave',
      '1234.50',
      '1',
      '2025-02-01',
      '2025-02-01',
    ]);
  });

  describe('BODS 0.4', () => {
    let statements: readonly Statement[];
    beforeAll(async () => {
      statements = JSON.parse(await file('eigendom-bods.json')) as Statement[];
    });

    it('every statement holds to the schema', () => {
      expect(statements.length).toBeGreaterThan(8);
      expect(validate(statements)).toBe(true);
      for (const statement of statements) {
        validate([statement]);
        expect({ statement, errors: validate.errors }).toEqual({ statement, errors: null });
      }
      expect(new Set(statements.map(({ statementId }) => statementId)).size).toBe(
        statements.length,
      );
    });

    it('one owner of two companies is one person; people who only gave are not in it', () => {
      const persons = statements.filter(({ recordType }) => recordType === 'person');
      expect(persons.map(({ recordDetails }) => recordDetails['names'])).toEqual([
        [{ type: 'legal', fullName: 'K. Jansen' }],
      ]);
      expect(JSON.stringify(statements)).not.toContain('A. Mens');
    });

    it('companies that own each other refer to each other, and the file ends', () => {
      const [a, b] = [publicIdOf('Ring A'), publicIdOf('Ring B')];
      const owned = statements
        .filter(({ recordType }) => recordType === 'relationship')
        .map(({ recordDetails }) => [recordDetails['subject'], recordDetails['interestedParty']]);
      expect(owned).toContainEqual([a, b]);
      expect(owned).toContainEqual([b, a]);
    });

    it('every record that is referred to is there', () => {
      const there = new Set(statements.map(({ recordId }) => recordId));
      for (const { recordType, recordDetails, declarationSubject } of statements) {
        expect(there).toContain(declarationSubject);
        if (recordType !== 'relationship') continue;
        expect(there).toContain(recordDetails['subject']);
        if (typeof recordDetails['interestedParty'] === 'string')
          expect(there).toContain(recordDetails['interestedParty']);
      }
    });

    it('the same facts give the same bytes', async () => {
      expect(JSON.parse(await file('eigendom-bods.json'))).toEqual(statements);
    });

    it.each<[string, string, (one: Statement) => object]>([
      ['a statement without its number', 'entity', ({ statementId: _, ...rest }) => rest],
      ['a number that is too short', 'entity', (one) => ({ ...one, statementId: 'kort' })],
      ['a record of no known type', 'entity', (one) => ({ ...one, recordType: 'company' })],
      [
        'a version in words',
        'entity',
        (one) => ({
          ...one,
          publicationDetails: {
            publicationDate: '2025-01-01',
            bodsVersion: 'vier',
            publisher: { name: 'x' },
          },
        }),
      ],
      [
        'an entity of no known type',
        'entity',
        (one) => ({
          ...one,
          recordDetails: { ...one.recordDetails, entityType: { type: 'company' } },
        }),
      ],
      [
        'an entity without a type',
        'entity',
        (one) => ({ ...one, recordDetails: { isComponent: false } }),
      ],
      [
        'a person with the type of an entity',
        'person',
        (one) => ({
          ...one,
          recordDetails: { ...one.recordDetails, personType: 'registeredEntity' },
        }),
      ],
      [
        'a person that lives at a registered address',
        'person',
        (one) => ({
          ...one,
          recordDetails: { ...one.recordDetails, addresses: [{ type: 'registered' }] },
        }),
      ],
      [
        'a relationship without a subject',
        'relationship',
        (one) => ({
          ...one,
          recordDetails: { ...one.recordDetails, subject: undefined },
        }),
      ],
      [
        'an interest nobody knows',
        'relationship',
        (one) => ({
          ...one,
          recordDetails: { ...one.recordDetails, interests: [{ type: 'friendship' }] },
        }),
      ],
    ])('%s is refused', (_fault, type, spoil) => {
      const one = statements.find(({ recordType }) => recordType === type);
      if (one === undefined) throw new Error(`no ${type}`);
      expect(validate([one])).toBe(true);
      expect(validate(JSON.parse(JSON.stringify([spoil(one)])))).toBe(false);
    });
  });
});
