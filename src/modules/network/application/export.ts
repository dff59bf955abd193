import { type Transaction } from '../../../platform/database/transaction';
import { type Graph, type NetworkNode, type Tie } from '../facts/graph';
import {
  type BodsFrame,
  type BodsStatement,
  entityStatement,
  ownershipStatement,
  personStatement,
} from '../formats/bods';
import { GRAPHML_END, GRAPHML_START, graphmlNode, graphmlTie } from '../formats/graphml';
import { nodeLines, NODES_START, tieLines, TIES_START } from '../formats/table';
import {
  allEntities,
  allNodes,
  allTies,
  entitiesAmong,
  type OwnedEntity,
} from '../persistence/whole.query';

/** Files of the network, each under its name. */
export const EXPORTS = {
  'netwerk.graphml': 'application/graphml+xml',
  'knopen.csv': 'text/csv; charset=utf-8',
  'verbanden.csv': 'text/csv; charset=utf-8',
  'eigendom-bods.json': 'application/json',
} as const;
export type ExportName = keyof typeof EXPORTS;

export function isExportName(name: string): name is ExportName {
  return Object.keys(EXPORTS).includes(name);
}

const PUBLISHER = 'Ministerie van Binnenlandse Zaken en Koninkrijksrelaties';

/** Where a file gets its content from, batch by batch. */
interface Source {
  readonly nodes: () => AsyncIterable<readonly NetworkNode[]>;
  readonly ties: () => AsyncIterable<readonly Tie[]>;
  readonly entities: () => AsyncIterable<readonly OwnedEntity[]>;
}

async function* once<Value>(value: Value | Promise<Value>): AsyncGenerator<Value> {
  yield await value;
}

function wholeOf(tx: Transaction): Source {
  return { nodes: () => allNodes(tx), ties: () => allTies(tx), entities: () => allEntities(tx) };
}

function partOf(tx: Transaction, { nodes, ties }: Graph): Source {
  const refs = nodes.map(({ ref }) => ref);
  return {
    nodes: () => once(nodes),
    ties: () => once(ties),
    entities: () => once(entitiesAmong(tx, refs)),
  };
}

async function* graphml({ nodes, ties }: Source): AsyncGenerator<string> {
  yield GRAPHML_START;
  for await (const some of nodes()) yield some.map(graphmlNode).join('');
  let place = 0;
  for await (const some of ties()) {
    const start = place;
    yield some.map((tie, index) => graphmlTie(tie, start + index)).join('');
    place += some.length;
  }
  yield GRAPHML_END;
}

async function* nodesTable({ nodes }: Source): AsyncGenerator<string> {
  yield NODES_START;
  for await (const some of nodes()) yield nodeLines(some);
}

async function* tiesTable({ ties }: Source): AsyncGenerator<string> {
  yield TIES_START;
  for await (const some of ties()) yield tieLines(some);
}

/** An organisation, its owners who were not said yet, and who owns it. */
function statementsOf(
  entity: OwnedEntity,
  frame: BodsFrame,
  said: Set<string>,
): readonly BodsStatement[] {
  const persons = entity.owners.filter((owner) => owner.entity === null && !said.has(owner.ref));
  for (const { ref } of persons) said.add(ref);
  const owners = entity.owners.map((owner) => owner.entity ?? owner.ref);
  const ownership = owners.length === 0 ? [null] : [...new Set(owners)];
  return [
    entityStatement(frame, entity, entity),
    ...persons.map((owner) => personStatement(frame, owner, entity.ref)),
    ...ownership.map((owner) => ownershipStatement(frame, entity.ref, owner)),
  ];
}

async function* bods({ entities }: Source, frame: BodsFrame): AsyncGenerator<string> {
  const said = new Set<string>();
  let before = '[\n';
  for await (const some of entities()) {
    const lines = some
      .flatMap((entity) => statementsOf(entity, frame, said))
      .map((statement) => JSON.stringify(statement));
    if (lines.length === 0) continue;
    yield before + lines.join(',\n');
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

/**
 * The bytes of a file, of a part of the network or, with null, of the whole: a part at a time, so
 * that memory stays flat.
 */
export function exportNetwork(
  tx: Transaction,
  name: ExportName,
  graph: Graph | null,
): AsyncIterable<string> {
  const source = graph === null ? wholeOf(tx) : partOf(tx, graph);
  switch (name) {
    case 'netwerk.graphml':
      return graphml(source);
    case 'knopen.csv':
      return nodesTable(source);
    case 'verbanden.csv':
      return tiesTable(source);
    case 'eigendom-bods.json':
      return bods(source, { today: tx.today, publisher: PUBLISHER });
  }
}
