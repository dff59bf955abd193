import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Cell, type Fact, type Paging } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type EgoNetwork } from '../application/ego-network';
import { EXPORTS } from '../application/export';
import { type Giver, type KnownGift, MOST_LISTED, type NodeView } from '../application/read-node';
import { TIE_KINDS } from '../facts/graph';
import { networkDrawing } from './drawing';
import { type NetworkAsk, networkHref, yearChoices } from './network-query';
import { nodeName, nodeNote } from './network-words';
import { giverRows, tieGroups, tieRows } from './tie-tables';

export interface NodePageView {
  readonly ask: NetworkAsk;
  readonly today: PlainDate;
  readonly paging: Paging;
  /** The givers of this page of their list. */
  readonly givers: readonly Giver[];
}

export function giftRow(gift: KnownGift, words: Words): readonly Cell[] {
  return [
    {
      text: gift.receivedOn === null ? String(gift.year) : words.day(gift.receivedOn),
      href: `/toezicht/netwerk/giften/${gift.partySlug}/${gift.id}`,
    },
    gift.recipientName,
    gift.type === null ? '' : words.t(`gifts.type.${gift.type}`),
    gift.annulled
      ? { text: words.euro(gift.cents), note: words.t('network.annulled') }
      : words.euro(gift.cents),
  ];
}

function facts({ node }: NodeView, words: Words): readonly Fact[] {
  const own: Fact[] = [{ label: words.t('network.what'), value: nodeNote(node, words) }];
  if (/^[DP]-/.test(node.ref))
    own.push({ label: words.t('network.number'), value: node.ref.replace(/^P-/, '') });
  return own;
}

/** The drawing with the table that says the same. */
export function drawingView(drawn: EgoNetwork, title: string, words: Words): object {
  const description = words.t('network.drawing.said', {
    nodes: String(drawn.nodes.length),
    ties: String(drawn.ties.length),
  });
  return {
    drawing: networkDrawing(
      { id: 'network-drawing', title, description },
      {
        root: drawn.root,
        nodes: drawn.nodes,
        ties: drawn.ties,
        column: (ref) => drawn.steps.get(ref) ?? 0,
      },
      words,
    ),
    rows: tieRows(drawn, words),
    cut: drawn.cut,
    empty: drawn.ties.length === 0,
  };
}

function exportLinks(ref: string, ask: NetworkAsk, words: Words): readonly object[] {
  return Object.keys(EXPORTS).map((name) => ({
    text: words.t(`network.export.${name.split('.').at(-1) ?? ''}.${name.split('.')[0] ?? ''}`),
    href: networkHref(`/toezicht/netwerk/${ref}/uitvoer/${name}`, ask),
  }));
}

export function filterView(ask: NetworkAsk, today: PlainDate, words: Words): object {
  const { filter, depth, least } = ask;
  return {
    values: {
      jaar: filter.year === null ? '' : String(filter.year),
      vanaf: least,
      stappen: String(depth),
    },
    years: yearChoices(today),
    depths: ['1', '2', '3'].map((value) => ({
      value,
      label: words.t(`network.depth.${value}`),
    })),
    kinds: TIE_KINDS.map((kind) => ({
      value: kind,
      label: words.t(`network.tie.${kind}`),
      checked: filter.kinds.includes(kind),
    })),
    narrowed: filter.year !== null || least !== '' || filter.kinds.length < TIE_KINDS.length,
  };
}

/** A node with what lies around it, as tables and as a drawing. */
export function nodePage(found: NodeView, view: NodePageView, words: Words): object {
  const { node, near, drawn } = found;
  const name = nodeName(node, words);
  return {
    ref: node.ref,
    name,
    facts: facts(found, words),
    filter: filterView(view.ask, view.today, words),
    all: `/toezicht/netwerk/${node.ref}`,
    groups: tieGroups(node.ref, near, words),
    nearCut: near.cut ? words.t('network.cutList', { count: String(MOST_LISTED) }) : '',
    givers: giverRows(view.givers, words),
    receives: /^[PR]-/.test(node.ref) && view.ask.filter.kinds.includes('gave'),
    paging: view.paging,
    picture: drawingView(drawn, words.t('network.drawing.of', { name }), words),
    gifts: found.gifts.map((gift) => giftRow(gift, words)),
    giftsHref: node.ref.startsWith('D-') ? `/toezicht/zoeken?q=${node.ref}&soort=gifts` : '',
    exports: exportLinks(node.ref, view.ask, words),
  };
}
