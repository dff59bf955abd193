import { type NetworkNode, type Tie } from '../facts/graph';

/*
 * GraphML (graphml.graphdrawing.org), so that the network opens in Gephi, yEd and the like. A tie is
 * directed; two nodes can have several ties. Amounts are whole cents.
 */

// XML 1.0 has no place for these, not even as a character reference.
const NOT_IN_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDFFF]/gu;

function escaped(text: string): string {
  return text
    .replace(NOT_IN_XML, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const KEYS = [
  ['label', 'node', 'string'],
  ['kind', 'node', 'string'],
  ['place', 'node', 'string'],
  ['country', 'node', 'string'],
  ['tie', 'edge', 'string'],
  ['cents', 'edge', 'long'],
  ['gifts', 'edge', 'int'],
  ['first_on', 'edge', 'string'],
  ['last_on', 'edge', 'string'],
] as const;

export const GRAPHML_START = [
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">',
  ...KEYS.map(
    ([name, of, type]) =>
      `  <key id="${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>`,
  ),
  '  <graph id="network" edgedefault="directed">',
  '',
].join('\n');

export const GRAPHML_END = '  </graph>\n</graphml>\n';

function data(values: Readonly<Record<string, string | number | null>>): string {
  return Object.entries(values)
    .flatMap(([key, value]) =>
      value === null ? [] : `<data key="${key}">${escaped(String(value))}</data>`,
    )
    .join('');
}

export function graphmlNode({ ref, name, kind, place, country }: NetworkNode): string {
  return `    <node id="${escaped(ref)}">${data({ label: name ?? ref, kind, place, country })}</node>\n`;
}

/** @param place its number in the file, from 0 */
export function graphmlTie(tie: Tie, place: number): string {
  const { from, to, kind, cents, gifts, firstOn, lastOn } = tie;
  const ends = `id="e${String(place)}" source="${escaped(from)}" target="${escaped(to)}"`;
  return `    <edge ${ends}>${data({ tie: kind, cents, gifts, first_on: firstOn, last_on: lastOn })}</edge>\n`;
}
