import { formatCount } from '../../../platform/rendering/format';
import { type Cell } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { otherEnd } from '../application/ego-network';
import { type Giver } from '../application/read-node';
import { type Graph, type NetworkNode, type Tie, TIE_KINDS } from '../facts/graph';
import { nodeName, nodeNote, period } from './network-words';

export function nodeCell(node: NetworkNode | undefined, ref: string, words: Words): Cell {
  if (node === undefined) return { text: ref, href: `/toezicht/netwerk/${ref}` };
  return {
    text: nodeName(node, words),
    href: `/toezicht/netwerk/${node.ref}`,
    note: nodeNote(node, words),
  };
}

function moneyCells({ cents, gifts, firstOn, lastOn }: Tie, words: Words): readonly Cell[] {
  return [
    cents === null ? '' : words.euro(String(cents)),
    gifts === null ? '' : formatCount(gifts, words.language),
    period(firstOn, lastOn, words),
  ];
}

/** Every tie of a picture, in words. */
export function tieRows({ nodes, ties }: Graph, words: Words): readonly (readonly Cell[])[] {
  const byRef = new Map(nodes.map((node) => [node.ref, node]));
  return ties.map((tie) => [
    nodeCell(byRef.get(tie.from), tie.from, words),
    words.t(`network.tie.${tie.kind}`),
    nodeCell(byRef.get(tie.to), tie.to, words),
    ...moneyCells(tie, words),
  ]);
}

export interface TieGroup {
  readonly id: string;
  readonly heading: string;
  readonly money: boolean;
  readonly rows: readonly (readonly Cell[])[];
}

/** What is next to a node, by the sort of tie and its direction. */
export function tieGroups(root: string, graph: Graph, words: Words): readonly TieGroup[] {
  const byRef = new Map(graph.nodes.map((node) => [node.ref, node]));
  return TIE_KINDS.flatMap((kind) =>
    (['from', 'to'] as const).flatMap((side) => {
      const ties = graph.ties.filter((tie) => tie.kind === kind && tie[side] === root);
      if (ties.length === 0) return [];
      const money = kind === 'gave';
      const rows = ties.map((tie) => {
        const ref = otherEnd(tie, root);
        const cell = nodeCell(byRef.get(ref), ref, words);
        return money ? [cell, ...moneyCells(tie, words)] : [cell];
      });
      const heading = words.t(`network.ties.${kind}.${side}`);
      return [{ id: `ties-${kind}-${side}`, heading, money, rows }];
    }),
  );
}

export function giverRows(givers: readonly Giver[], words: Words): readonly (readonly Cell[])[] {
  return givers.map((giver) => [
    nodeCell(giver, giver.ref, words),
    words.euro(giver.cents),
    formatCount(giver.gifts, words.language),
    period(giver.firstOn, giver.lastOn, words),
  ]);
}
