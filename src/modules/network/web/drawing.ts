import { Drawing, shape, type Shape } from '../../../platform/charts/drawing';
import { type Words } from '../../../platform/rendering/words';
import { type NetworkNode, type Tie, type TieKind } from '../facts/graph';
import { COLUMN, type Layered, layered, LEFT, type Place, ROW, TOP } from './layout';
import { type Form, FORMS, formOf, nodeShape } from './node-shapes';
import { nodeName, tieName } from './network-words';

const LONGEST_LABEL = 25;
/** About the width of a letter. */
const LETTER = 7;
const LABEL_AT = 17;
const LEGEND_ROW = 26;
const LEGEND_COLUMN = 230;

/** Lines of money are whole; the others differ in their dashes. */
const DASHES: Readonly<Record<TieKind, string>> = {
  gave: '',
  part_of: '1 4',
  owned_by: '9 4',
  funded_by: '9 3 2 3',
  same_person: '3 3',
  same_address: '3 6',
  same_account: '6 2 1 2',
  same_number: '2 2',
};

function shortened(text: string): string {
  return text.length <= LONGEST_LABEL ? text : `${text.slice(0, LONGEST_LABEL - 1).trimEnd()}…`;
}

/** Thicker for more money. */
function width({ cents }: Tie): number {
  if (cents === null) return 1.5;
  if (cents >= 5_000_000) return 4.5;
  return cents >= 1_000_000 ? 3 : 1.8;
}

function lineAttributes(tie: Tie): Readonly<Record<string, string | number>> {
  const dashes = DASHES[tie.kind];
  return {
    class: `pg-network__tie pg-network__tie--${tie.kind === 'gave' ? 'money' : 'other'}`,
    'stroke-width': width(tie),
    ...(dashes === '' ? {} : { 'stroke-dasharray': dashes }),
  };
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** A small head at the end where the money arrives, or where the owner stands. */
function head(x: number, y: number, towards: 1 | -1): Shape {
  const back = x - 8 * towards;
  const d = `M${round(x)} ${round(y)} L${round(back)} ${round(y - 4.5)} L${round(back)} ${round(y + 4.5)} Z`;
  return shape('path', { class: 'pg-network__head', d });
}

function labelEnd({ node, x }: Place, words: Words): number {
  return x + LABEL_AT + shortened(nodeName(node, words)).length * LETTER + 6;
}

function curve(tie: Tie, one: Place, other: Place, words: Words): readonly Shape[] {
  const title = shape('title', {}, tieName(tie, words));
  if (one.column === other.column) {
    const bow = one.x - 18 - Math.min(14, Math.abs(one.y - other.y) / 12);
    const d = `M${round(one.x - 13)} ${round(one.y)} C${round(bow)} ${round(one.y)} ${round(bow)} ${round(other.y)} ${round(other.x - 13)} ${round(other.y)}`;
    return [shape('path', { ...lineAttributes(tie), d }, title)];
  }
  const [left, right] = one.column < other.column ? [one, other] : [other, one];
  const start = Math.min(labelEnd(left, words), right.x - 40);
  const end = right.x - 15;
  const middle = (start + end) / 2;
  const d = `M${round(start)} ${round(left.y)} C${round(middle)} ${round(left.y)} ${round(middle)} ${round(right.y)} ${round(end)} ${round(right.y)}`;
  const arrives = tie.to === right.node.ref ? head(end, right.y, 1) : head(start, left.y, -1);
  return [shape('path', { ...lineAttributes(tie), d }, title), arrives];
}

function nodeDrawn({ node, x, y }: Place, isRoot: boolean, words: Words): Shape {
  const name = nodeName(node, words);
  const kind = words.t(`network.form.${formOf(node.kind)}`);
  const look = isRoot ? ' pg-chart__text--strong' : '';
  const place = node.place ?? '';
  return shape(
    'a',
    {
      href: `/toezicht/netwerk/${node.ref}`,
      class: 'pg-network__node',
      'aria-label': `${name}, ${kind}`,
    },
    shape('title', {}, `${name}, ${kind}`),
    ...nodeShape(formOf(node.kind), x, y),
    shape(
      'text',
      { class: `pg-chart__text${look}`, x: x + LABEL_AT, y: place === '' ? y + 4 : y },
      shortened(name),
    ),
    ...(place === ''
      ? []
      : [
          shape(
            'text',
            { class: 'pg-chart__text pg-chart__text--soft', x: x + LABEL_AT, y: y + 13 },
            shortened(place),
          ),
        ]),
  );
}

interface LegendItem {
  readonly drawn: (x: number, y: number) => readonly Shape[];
  readonly text: string;
}

function legendItems(
  nodes: readonly NetworkNode[],
  ties: readonly Tie[],
  words: Words,
): readonly LegendItem[] {
  const forms = FORMS.filter((form: Form) => nodes.some(({ kind }) => formOf(kind) === form));
  const kinds = [...new Set(ties.map(({ kind }) => kind))];
  return [
    ...forms.map((form) => ({
      drawn: (x: number, y: number) => nodeShape(form, x + 14, y),
      text: words.t(`network.form.${form}`),
    })),
    ...kinds.map((kind) => ({
      drawn: (x: number, y: number) => {
        const tie = { kind, from: '', to: '', cents: kind === 'gave' ? 0 : null };
        const look = lineAttributes({ ...tie, gifts: null, firstOn: null, lastOn: null });
        return [shape('line', { ...look, x1: x, x2: x + 30, y1: y, y2: y })];
      },
      text: words.t(`network.tie.${kind}`),
    })),
  ];
}

/** The part of the network as a picture of which every node is a link. */
export function networkDrawing(
  frame: { readonly id: string; readonly title: string; readonly description: string },
  graph: Layered & { readonly root: string },
  words: Words,
): Drawing {
  const places = layered(graph);
  const byRef = new Map(places.map((place) => [place.node.ref, place]));
  const columns = 1 + Math.max(0, ...places.map(({ column }) => column));
  const across = Math.max(2, columns) * COLUMN + LEFT;
  const bottom = Math.max(...places.map(({ y }) => y)) + ROW;
  const items = legendItems(graph.nodes, graph.ties, words);
  const perRow = Math.max(1, Math.floor(across / LEGEND_COLUMN));
  const legend = items.flatMap(({ drawn, text }, at) => {
    const x = TOP + (at % perRow) * LEGEND_COLUMN;
    const y = bottom + 16 + Math.floor(at / perRow) * LEGEND_ROW;
    const label = { class: 'pg-chart__text pg-chart__text--soft', x: x + 38, y: y + 4 };
    return [...drawn(x, y), shape('text', label, text)];
  });
  const height = bottom + 16 + Math.ceil(items.length / perRow) * LEGEND_ROW;
  const lines = graph.ties.flatMap((tie) => {
    const [one, other] = [byRef.get(tie.from), byRef.get(tie.to)];
    return one === undefined || other === undefined ? [] : curve(tie, one, other, words);
  });
  const { id, title, description } = frame;
  return new Drawing(
    shape(
      'svg',
      {
        class: 'pg-network',
        role: 'group',
        'aria-labelledby': `${id}-title`,
        'aria-describedby': `${id}-desc`,
        viewBox: `0 0 ${String(across)} ${String(Math.ceil(height))}`,
        width: across,
        height: Math.ceil(height),
      },
      shape('title', { id: `${id}-title` }, title),
      shape('desc', { id: `${id}-desc` }, description),
      ...lines,
      ...places.map((place) => nodeDrawn(place, place.node.ref === graph.root, words)),
      ...legend,
    ),
  );
}
