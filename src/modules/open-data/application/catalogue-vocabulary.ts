import { DataFactory, type NamedNode, type Quad } from 'n3';
import { type DataFile } from '../facts/data-file';
import {
  about,
  both,
  DAILY,
  fileType,
  GOVERNMENT,
  LANGUAGES,
  mediaType,
  PUBLIC,
  term,
  thing,
} from './catalogue-parts';
import { LICENCE } from './publisher';

const THEMES = thing('http://publications.europa.eu/resource/authority/data-theme');

function distinct(nodes: readonly NamedNode[]): readonly NamedNode[] {
  return [...new Map(nodes.map((node) => [node.value, node])).values()];
}

/** What the words are that the catalogue borrows: the shapes want each of them to say what it is. */
export function vocabulary(
  files: readonly DataFile[],
  base: string,
  schemas: readonly NamedNode[],
): readonly Quad[] {
  const names = files.map(({ name }) => name);
  return [
    ...about(PUBLIC, ['dct:RightsStatement', 'skos:Concept'], {
      'skos:prefLabel': both('openbaar', 'public'),
    }),
    ...about(GOVERNMENT, 'skos:Concept', {
      'skos:prefLabel': both('Overheid en publieke sector', 'Government and public sector'),
      'skos:inScheme': THEMES,
    }),
    ...about(THEMES, 'skos:ConceptScheme', {
      'dct:title': DataFactory.literal('Data theme', 'en'),
    }),
    ...about(thing(LICENCE), 'dct:LicenseDocument', {
      'dct:title': DataFactory.literal('CC0 1.0', 'en'),
    }),
    ...LANGUAGES.flatMap((language) => about(language, 'dct:LinguisticSystem', {})),
    ...about(DAILY, 'dct:Frequency', {}),
    ...distinct(names.map(mediaType)).flatMap((node) => about(node, 'dct:MediaType', {})),
    ...distinct(names.map(fileType)).flatMap((node) => about(node, 'dct:MediaTypeOrExtent', {})),
    ...schemas.flatMap((node) => about(node, 'dct:Standard', {})),
    ...about(term('spdx:checksumAlgorithm_sha256'), 'spdx:ChecksumAlgorithm', {}),
    ...about(thing(`${base}/open-data`), 'foaf:Document', {}),
  ];
}
