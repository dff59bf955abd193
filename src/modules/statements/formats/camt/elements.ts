import { type XmlElement } from '../../../../platform/intake/public';

export function childrenOf(element: XmlElement | null, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The first element at the end of a path of names; null when a step of it is missing. */
export function at(element: XmlElement | null, ...path: readonly string[]): XmlElement | null {
  let here = element;
  for (const name of path) here = here?.children.find((child) => child.name === name) ?? null;
  return here;
}

/** The text at the end of a path, without white space around it; '' when there is none. */
export function textAt(element: XmlElement | null, ...path: readonly string[]): string {
  return at(element, ...path)?.text.trim() ?? '';
}
