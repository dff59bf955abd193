import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Cell } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type Ways } from '../application/paths';
import { type NetworkNode } from '../facts/graph';
import { networkDrawing } from './drawing';
import { type NetworkAsk } from './network-query';
import { nodeName, nodeNote } from './network-words';
import { filterView } from './node-page';
import { nodeCell, tieRows } from './tie-tables';
import { type End } from './path-ends';

export interface FoundEnds {
  readonly from: End;
  readonly to: End;
  /** Null until both ends are known. */
  readonly ways: Ways | null;
}

function choices(
  name: 'van' | 'naar',
  { from, to }: FoundEnds,
  words: Words,
): readonly Exclude<Cell, string>[] {
  const end = name === 'van' ? from : to;
  return end.choices.map((node: NetworkNode) => {
    const query = new URLSearchParams({
      van: name === 'van' ? node.ref : (from.node?.ref ?? from.typed),
      naar: name === 'naar' ? node.ref : (to.node?.ref ?? to.typed),
    });
    return {
      text: nodeName(node, words),
      note: nodeNote(node, words),
      href: `/toezicht/netwerk/verband?${query.toString()}`,
    };
  });
}

function picture(ways: Ways, root: string, title: string, words: Words): object {
  const column = new Map<string, number>();
  for (const path of ways.paths) for (const [at, ref] of path.entries()) column.set(ref, at);
  return {
    drawing: networkDrawing(
      {
        id: 'ways-drawing',
        title,
        description: words.t('network.paths.said', { count: String(ways.paths.length) }),
      },
      { root, nodes: ways.nodes, ties: ways.ties, column: (ref) => column.get(ref) ?? 0 },
      words,
    ),
    rows: tieRows(ways, words),
    cut: false,
    empty: false,
  };
}

function pathList(ways: Ways, words: Words): readonly (readonly Cell[])[] {
  const byRef = new Map(ways.nodes.map((node) => [node.ref, node]));
  return ways.paths.map((path) => path.map((ref) => nodeCell(byRef.get(ref), ref, words)));
}

function unknown({ typed, node, choices: others }: End): boolean {
  return typed !== '' && node === null && others.length === 0;
}

function endName({ node, typed }: End, words: Words): string {
  return node === null ? typed : nodeName(node, words);
}

/** What was found between two ends that are known. */
function answer(ways: Ways | null, root: string, title: string, words: Words): object {
  const [shortest] = ways?.paths ?? [];
  if (ways === null || shortest === undefined)
    return { result: '', cut: ways?.cut ?? false, paths: [], picture: null };
  const steps = shortest.length - 1;
  const counts = { count: String(ways.paths.length), steps: String(steps) };
  return {
    result: words.t('network.paths.found', counts),
    cut: ways.cut,
    paths: pathList(ways, words),
    picture: steps === 0 ? null : picture(ways, root, title, words),
  };
}

/** How two are tied: every shortest way as a line of links, and as a drawing. */
export function pathsPage(
  found: FoundEnds,
  ask: NetworkAsk,
  today: PlainDate,
  words: Words,
): object {
  const { from, to, ways } = found;
  const values = { van: endName(from, words), naar: endName(to, words) };
  const title = words.t('network.paths.between', { from: values.van, to: values.naar });
  return {
    values,
    filter: filterView(ask, today, words),
    fromChoices: choices('van', found, words),
    toChoices: choices('naar', found, words),
    unknown: [from, to].filter(unknown).map(({ typed }) => typed),
    title,
    answered: ways !== null,
    ...answer(ways, from.node?.ref ?? '', title, words),
  };
}
