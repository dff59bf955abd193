import { DataFactory, type NamedNode, type Quad, Writer } from 'n3';
import { type DataFile } from '../facts/data-file';
import {
  about,
  both,
  DAILY,
  fileType,
  GOVERNMENT,
  LANGUAGES,
  mediaType,
  PREFIXES,
  PUBLIC,
  term,
  thing,
  typed,
} from './catalogue-parts';
import { LICENCE, type Publisher } from './publisher';
import { vocabulary } from './catalogue-vocabulary';

export interface CatalogueFacts {
  readonly base: string;
  readonly publisher: Publisher;
  readonly files: readonly DataFile[];
}

interface Described {
  readonly id: string;
  readonly nl: readonly [title: string, description: string];
  readonly en: readonly [title: string, description: string];
  readonly keywords: readonly [nl: string, en: string];
  readonly holds: (file: DataFile) => boolean;
  readonly schema: string;
}

const DATASETS: readonly Described[] = [
  {
    id: 'giften',
    nl: [
      'Register van giften aan politieke partijen',
      'Alle openbare giften aan politieke partijen en hun neveninstellingen, gift voor gift, zoals ze nu gelden.',
    ],
    en: [
      'Register of gifts to political parties',
      'All public gifts to political parties and their affiliates, gift by gift, as they stand now.',
    ],
    keywords: ['giften', 'donations'],
    holds: ({ part }) => part === 'whole' || part === 'year',
    schema: 'gift-v1.schema.json',
  },
  {
    id: 'wijzigingen',
    nl: [
      'Wijzigingen in het register van giften',
      'Elke wijziging per dag. Wie alle dagen afspeelt, krijgt precies het hele register.',
    ],
    en: [
      'Changes of the register of gifts',
      'Every change, day by day. Replaying all days gives exactly the whole register.',
    ],
    keywords: ['wijzigingen', 'changes'],
    holds: ({ part }) => part === 'day',
    schema: 'wijziging-v1.schema.json',
  },
  {
    id: 'overzichten',
    nl: [
      'Overzichten van giften in de indeling van de minister',
      'De jaaroverzichten, de overzichten rond verkiezingen en de lopende lijst.',
    ],
    en: [
      'Overviews of gifts in the layout of the minister',
      'The yearly overviews, those around elections and the running list.',
    ],
    keywords: ['overzichten', 'overviews'],
    holds: ({ part }) => part === 'overview',
    schema: 'giften-v1.tableschema.json',
  },
];

/** What catalogue, datasets and service have in common. */
function shared({ base, publisher }: CatalogueFacts) {
  return {
    'dct:publisher': thing(publisher.uri),
    'dcat:contactPoint': thing(`${base}/open-data/id/contact`),
  } as const;
}

function distribution(facts: CatalogueFacts, file: DataFile, schema: string): readonly Quad[] {
  const { base } = facts;
  const address = `${base}/open-data/bestanden/${file.name}`;
  const checksum = thing(`${address}#sha-256`);
  return [
    ...about(thing(`${address}#distributie`), 'dcat:Distribution', {
      'dct:title': both(file.name, file.name),
      'dcat:accessURL': thing(`${base}/open-data`),
      'dcat:downloadURL': thing(address),
      'dct:license': thing(LICENCE),
      'dcat:mediaType': mediaType(file.name),
      'dct:format': fileType(file.name),
      'dcat:byteSize': typed(String(file.bytes), 'xsd:nonNegativeInteger'),
      'dct:modified': typed(file.madeAt, 'xsd:dateTime'),
      'dct:conformsTo': thing(`${base}/open-data/schema/${schema}`),
      'spdx:checksum': checksum,
    }),
    ...about(checksum, 'spdx:Checksum', {
      'spdx:algorithm': term('spdx:checksumAlgorithm_sha256'),
      'spdx:checksumValue': typed(file.sha256, 'xsd:hexBinary'),
    }),
  ];
}

function dataset(facts: CatalogueFacts, described: Described): readonly Quad[] {
  const { base, publisher, files } = facts;
  const { id, nl, en, keywords, holds, schema } = described;
  const address = `${base}/open-data/id/${id}`;
  const held = files.filter(holds);
  const modified = held
    .map(({ madeAt }) => madeAt)
    .toSorted()
    .at(-1);
  return [
    ...about(thing(address), 'dcat:Dataset', {
      ...shared(facts),
      'dct:title': both(nl[0], en[0]),
      'dct:description': both(nl[1], en[1]),
      'dct:identifier': DataFactory.literal(address),
      'dct:accessRights': PUBLIC,
      'dct:creator': thing(publisher.uri),
      'dcat:theme': GOVERNMENT,
      'dcat:keyword': both(keywords[0], keywords[1]),
      'dct:language': LANGUAGES,
      'dct:accrualPeriodicity': DAILY,
      'dcat:landingPage': thing(`${base}/open-data`),
      'dcat:distribution': held.map(({ name }) =>
        thing(`${base}/open-data/bestanden/${name}#distributie`),
      ),
      ...(modified === undefined ? {} : { 'dct:modified': typed(modified, 'xsd:dateTime') }),
    }),
    ...held.flatMap((file) => distribution(facts, file, schema)),
  ];
}

function service(facts: CatalogueFacts): readonly Quad[] {
  const { base } = facts;
  const address = `${base}/open-data/id/api`;
  return about(thing(address), 'dcat:DataService', {
    ...shared(facts),
    'dct:title': both('API van het openbare register', 'API of the public register'),
    'dct:description': both(
      'Giften, gevers, partijen en wijzigingen opvragen, zonder sleutel.',
      'Ask for gifts, donors, parties and changes, without a key.',
    ),
    'dct:identifier': DataFactory.literal(address),
    'dct:license': thing(LICENCE),
    'dct:accessRights': PUBLIC,
    'dcat:theme': GOVERNMENT,
    'dcat:endpointURL': thing(`${base}/v1/public`),
    'dcat:endpointDescription': thing(`${base}/v1/openapi.json`),
    'dcat:servesDataset': thing(`${base}/open-data/id/giften`),
  });
}

/** The catalogue by DCAT-AP-NL 3, as statements. */
export function catalogue(facts: CatalogueFacts): readonly Quad[] {
  const { base, publisher, files } = facts;
  const of = (id: string): NamedNode => thing(`${base}/open-data/id/${id}`);
  return [
    ...about(of('catalogus'), 'dcat:Catalog', {
      ...shared(facts),
      'dct:title': both('Open data over partijgiften', 'Open data on gifts to political parties'),
      'dct:description': both(
        'Het openbare register van giften aan politieke partijen (Wfpp), als gegevens.',
        'The public register of gifts to Dutch political parties (Wfpp), as data.',
      ),
      'dct:language': LANGUAGES,
      'dct:license': thing(LICENCE),
      'foaf:homepage': thing(`${base}/open-data`),
      'dcat:dataset': DATASETS.map(({ id }) => of(id)),
      'dcat:service': of('api'),
    }),
    ...DATASETS.flatMap((described) => dataset(facts, described)),
    ...service(facts),
    ...about(thing(publisher.uri), 'foaf:Agent', {
      'foaf:name': both(publisher.name.nl, publisher.name.en),
    }),
    ...about(of('contact'), ['vcard:Organization', 'vcard:Kind'], {
      'vcard:fn': DataFactory.literal(publisher.contact.name, 'nl'),
      'vcard:hasEmail': thing(`mailto:${publisher.contact.email}`),
    }),
    ...vocabulary(
      files,
      base,
      DATASETS.map(({ schema }) => thing(`${base}/open-data/schema/${schema}`)),
    ),
  ];
}

function written(quads: readonly Quad[], options: object): Promise<string> {
  const writer = new Writer(options);
  writer.addQuads([...quads]);
  return new Promise((done, fail) => {
    writer.end((error: Error | null, text: string) => (error === null ? done(text) : fail(error)));
  });
}

export function turtle(quads: readonly Quad[]): Promise<string> {
  return written(quads, { prefixes: PREFIXES });
}
