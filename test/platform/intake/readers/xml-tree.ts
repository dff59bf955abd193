import { parseXml, type XmlElement, xmlText } from '../../../../src/platform/intake/xml';

export function read(bytes: Uint8Array): XmlElement {
  return parseXml(xmlText(bytes));
}
