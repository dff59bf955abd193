import { type FailingFile } from './case';

const AGAIN = 'Download het afschrift opnieuw bij uw bank.';
const DOCTYPE = (line: number): string =>
  `Het bestand begint met een eigen woordenlijst (DOCTYPE, regel ${String(line)}). In een bankafschrift hoort dat niet, dus we lezen het niet. ${AGAIN}`;
const DEEP = `Op regel 1 zitten meer dan 50 elementen in elkaar. Dat heeft een bankafschrift nooit. ${AGAIN}`;
const ATTRIBUTES = `Op regel 1 heeft één element meer dan 50 kenmerken. Dat heeft een bankafschrift nooit. ${AGAIN}`;
const LONG = (line: number): string =>
  `Op regel ${String(line)} staat in het element Ustrd een tekst van meer dan 2.000 tekens. Dat heeft een bankafschrift nooit. ${AGAIN}`;
const BROKEN = (line: number): string =>
  `Het bestand is geen geldige XML: regel ${String(line)} klopt niet. Misschien is het niet helemaal overgekomen. Download het afschrift opnieuw bij uw bank en open het tussendoor niet in een ander programma.`;
const ENCODING = (encoding: string): string =>
  `We kunnen de letters in dit bestand niet lezen: de codering ${encoding} kennen we niet of klopt niet. Bewaar het bestand als UTF-8 en stuur het opnieuw.`;

function xml(title: string, content: string | Buffer, code: string, says: string): FailingFile {
  const bytes = Buffer.from(content as string);
  return { title, name: 'afschrift.xml', bytes, code, says, read: 'xml' };
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

export const XML_FILES: readonly FailingFile[] = [
  xml(
    'a DOCTYPE without anything in it',
    `${HEAD}<!DOCTYPE Document><Document/>`,
    'xml_doctype',
    DOCTYPE(2),
  ),
  xml(
    'an entity that stands for itself ten times over',
    `${HEAD}<!DOCTYPE D [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><D>&b;</D>`,
    'xml_doctype',
    DOCTYPE(2),
  ),
  xml(
    'an entity of 100 KB, named ten thousand times',
    `<!DOCTYPE D [<!ENTITY a "${'x'.repeat(100_000)}">]><D>${'&a;'.repeat(10_000)}</D>`,
    'xml_doctype',
    DOCTYPE(1),
  ),
  xml(
    'an entity that is a file of the server',
    '<!DOCTYPE D [<!ENTITY a SYSTEM "file:///etc/passwd">]><D>&a;</D>',
    'xml_doctype',
    DOCTYPE(1),
  ),
  xml(
    'an entity that is an address of the network',
    '<!DOCTYPE D [<!ENTITY % a SYSTEM "http://127.0.0.1:1/x"> %a;]><D/>',
    'xml_doctype',
    DOCTYPE(1),
  ),
  xml('100,000 elements in one another', '<a>'.repeat(100_000), 'xml_too_deep', DEEP),
  xml('51 elements in one another', '<a>'.repeat(51) + '</a>'.repeat(51), 'xml_too_deep', DEEP),
  xml(
    '300,000 attributes',
    `<D ${Array.from({ length: 300_000 }, (_, n) => `a${String(n)}=""`).join(' ')}/>`,
    'xml_too_many_attributes',
    ATTRIBUTES,
  ),
  xml(
    'a description of 2,001 characters',
    `<D>\n<Ustrd>${'a'.repeat(2_001)}</Ustrd></D>`,
    'xml_text_too_long',
    LONG(2),
  ),
  xml(
    'a description in pieces, 2,001 characters together',
    `<D><Ustrd>${'<![CDATA[a]]>'.repeat(2_001)}</Ustrd></D>`,
    'xml_text_too_long',
    LONG(1),
  ),
  xml(
    'a million numeric references',
    `<D><Ustrd>${'&#97;'.repeat(1_000_000)}</Ustrd></D>`,
    'xml_text_too_long',
    LONG(1),
  ),
  xml('an entity that nobody declared', `${HEAD}<D>&eacute;</D>`, 'xml_broken', BROKEN(2)),
  xml('a numeric reference to no character', `${HEAD}<D>&#0;</D>`, 'xml_broken', BROKEN(2)),
  xml('a statement that stops halfway', `${HEAD}<D>\n<Stmt>`, 'xml_broken', BROKEN(3)),
  xml('elements that close in the wrong order', `${HEAD}<D><a></D></a>`, 'xml_broken', BROKEN(2)),
  xml('a prefix that nobody declared', `${HEAD}<c:D/>`, 'xml_broken', BROKEN(2)),
  xml('two roots', `${HEAD}<D/><D/>`, 'xml_broken', BROKEN(2)),
  xml('no element at all', '<?xml version="1.0"?>', 'xml_broken', BROKEN(1)),
  xml(
    'an encoding that we do not read',
    '<?xml version="1.0" encoding="UTF-7"?><D/>',
    'encoding',
    ENCODING('utf-7'),
  ),
  xml(
    'bytes that are no UTF-8',
    Buffer.concat([Buffer.from(`${HEAD}<D>`), Buffer.from([0xe9]), Buffer.from('</D>')]),
    'encoding',
    ENCODING('utf-8'),
  ),
];
