import { type Quad, type Quad_Object } from 'n3';

const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const TEXT = 'http://www.w3.org/2001/XMLSchema#string';

function value(object: Quad_Object): object {
  if (object.termType !== 'Literal') return { '@id': object.value };
  if (object.language !== '') return { '@value': object.value, '@language': object.language };
  const type = object.datatype.value;
  return type === TEXT ? { '@value': object.value } : { '@value': object.value, '@type': type };
}

/** The same statements as JSON-LD, in its expanded form: no context is needed to read it. */
export function jsonLd(quads: readonly Quad[]): readonly object[] {
  const subjects = new Map<string, Record<string, unknown[]>>();
  for (const { subject, predicate, object } of quads) {
    const known = subjects.get(subject.value) ?? {};
    subjects.set(subject.value, known);
    const isType = predicate.value === TYPE;
    const name = isType ? '@type' : predicate.value;
    (known[name] ??= []).push(isType ? object.value : value(object));
  }
  return [...subjects].map(([id, said]) => ({ '@id': id, ...said }));
}
