import { parseXml, xmlText } from '../../../src/platform/intake/public';

describe('an XML file becomes a tree', () => {
  it('with names without prefix, namespaces, attributes, texts and lines', () => {
    const tree = parseXml(
      '<?xml version="1.0"?>\n<d:Document xmlns:d="urn:x">\n  <d:Amt Ccy="EUR">12.50</d:Amt>\n  <Ustrd><![CDATA[a < b]]> &amp; c</Ustrd>\n</d:Document>',
    );
    expect(tree).toEqual({
      name: 'Document',
      namespace: 'urn:x',
      attributes: {},
      text: '',
      line: 2,
      children: [
        {
          name: 'Amt',
          namespace: 'urn:x',
          attributes: { Ccy: 'EUR' },
          children: [],
          text: '12.50',
          line: 3,
        },
        { name: 'Ustrd', namespace: '', attributes: {}, children: [], text: 'a < b & c', line: 4 },
      ],
    });
  });

  it('at the very limits: 50 levels, 50 attributes, 2,000 characters', () => {
    const attributes = Array.from({ length: 50 }, (_, n) => `a${String(n)}="${String(n)}"`).join(
      ' ',
    );
    const text = 'x'.repeat(2_000);
    const tree = parseXml(`${'<a>'.repeat(49)}<b ${attributes}>${text}</b>${'</a>'.repeat(49)}`);
    let deepest = tree;
    for (let child = deepest.children[0]; child !== undefined; child = deepest.children[0])
      deepest = child;
    expect(Object.keys(deepest.attributes)).toHaveLength(50);
    expect(deepest.text).toBe(text);
  });

  it('a list of 10,000 entries is not long text because of its indentation', () => {
    const tree = parseXml(`<Stmt>${'\n      <Ntry/>'.repeat(10_000)}\n</Stmt>`);
    expect(tree.children).toHaveLength(10_000);
  });

  it.each([
    ['UTF-8', Buffer.from('<?xml version="1.0" encoding="UTF-8"?><D>Zoë</D>')],
    ['UTF-8 with a mark', Buffer.from('\ufeff<D>Zoë</D>')],
    ['UTF-16', Buffer.from('\ufeff<?xml version="1.0" encoding="UTF-16"?><D>Zoë</D>', 'utf16le')],
    [
      'ISO-8859-1',
      Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><D>Zo\xeb</D>', 'latin1'),
    ],
  ])('in %s', (_name, bytes) => {
    expect(parseXml(xmlText(bytes)).text).toBe('Zoë');
  });
});
