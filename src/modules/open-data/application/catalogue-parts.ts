import { DataFactory, type NamedNode, type Quad, type Quad_Object, type Quad_Subject } from 'n3';

const SPACES = {
  adms: 'http://www.w3.org/ns/adms#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatap: 'http://data.europa.eu/r5r/',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

export const PREFIXES: Readonly<Record<string, string>> = SPACES;

type Name = `${keyof typeof SPACES}:${string}`;

/** 'dct:title' as the whole address. */
export function term(name: Name): NamedNode {
  const at = name.indexOf(':');
  const space = SPACES[name.slice(0, at) as keyof typeof SPACES];
  return DataFactory.namedNode(space + name.slice(at + 1));
}

export function thing(address: string): NamedNode {
  return DataFactory.namedNode(address);
}

export function typed(value: string, type: Name): Quad_Object {
  return DataFactory.literal(value, term(type));
}

/** The same in Dutch and in English. */
export function both(nl: string, en: string): readonly Quad_Object[] {
  return [DataFactory.literal(nl, 'nl'), DataFactory.literal(en, 'en')];
}

type Values = Quad_Object | readonly Quad_Object[];

function isMany(values: Values): values is readonly Quad_Object[] {
  return Array.isArray(values);
}

/** Everything that is said of one subject. */
export function about(
  subject: Quad_Subject,
  type: Name | readonly Name[],
  said: Readonly<Record<Name, Values>>,
): readonly Quad[] {
  const types = typeof type === 'string' ? [type] : type;
  return [
    ...types.map((one) => DataFactory.quad(subject, term('rdf:type'), term(one))),
    ...Object.entries(said).flatMap(([name, values]) =>
      (isMany(values) ? values : [values]).map((value) =>
        DataFactory.quad(subject, term(name as Name), value),
      ),
    ),
  ];
}

/** Authority tables of the European Union, which DCAT-AP-NL prescribes. */
const EU = 'http://publications.europa.eu/resource/authority';
export const PUBLIC = thing(`${EU}/access-right/PUBLIC`);
export const GOVERNMENT = thing(`${EU}/data-theme/GOVE`);
export const DAILY = thing(`${EU}/frequency/DAILY`);
export const LANGUAGES = [thing(`${EU}/language/NLD`), thing(`${EU}/language/ENG`)];

const FORMATS: Readonly<Record<string, readonly [media: string, fileType: string]>> = {
  csv: ['text/csv', 'CSV'],
  jsonl: ['application/jsonl', 'JSON'],
  xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'XLSX'],
  ods: ['application/vnd.oasis.opendocument.spreadsheet', 'ODS'],
};

function formatOf(name: string): readonly [media: string, fileType: string] {
  const [media, fileType] = FORMATS[name.split('.').at(-1) ?? ''] ?? ['text/plain', 'TXT'];
  return [media, fileType];
}

export function mediaType(name: string): NamedNode {
  return thing(`https://www.iana.org/assignments/media-types/${formatOf(name)[0]}`);
}

export function fileType(name: string): NamedNode {
  return thing(`${EU}/file-type/${formatOf(name)[1]}`);
}
