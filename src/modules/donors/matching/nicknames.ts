/** Names by which the same people go. The first of a line is how it stands in a passport. */
const GROUPS = [
  'johannes jan johan hans joop hannes',
  'jan johannes johan',
  'hendrik henk hein rik hendrikus',
  'cornelis kees cor corne cornelius',
  'petrus piet peter pieter',
  'jacobus jaap koos sjaak jaco',
  'willem wim willy wilhelmus',
  'gerardus gerard gerrit geert',
  'antonius ton toon anton antoon',
  'adrianus ad arie adriaan',
  'franciscus frans frank cis',
  'theodorus theo dorus',
  'nicolaas klaas nico',
  'leonardus leo leon leen',
  'martinus martin tinus maarten',
  'robertus rob robert bob',
  'josephus jos jozef joseph sjef',
  'albertus bert albert appie',
  'christiaan chris christian',
  'alexander alex lex sander',
  'maria marie mia riet ria marieke marijke',
  'johanna joke hanna anneke jo annie',
  'elisabeth els betty liesbeth elly lies bep',
  'catharina toos trijntje karin katrien ina',
  'wilhelmina willy mien wil wilma',
  'cornelia corrie cora nel nelly',
  'anna anneke annie anne ans',
  'hendrika riek rika hennie ria',
  'margaretha greet greetje marga gre',
  'petronella nel nelly petra',
  'jacoba coba co jacqueline',
  'adriana jeanne adri sjaan',
  'geertruida truus trudy geertje',
  'antonia toos tonny antoinette',
  'theodora thea dora',
] as const;

const FORMS: ReadonlyMap<string, ReadonlySet<number>> = byName();

function byName(): Map<string, Set<number>> {
  const forms = new Map<string, Set<number>>();
  GROUPS.forEach((line, group) => {
    for (const name of line.split(' ')) forms.set(name, (forms.get(name) ?? new Set()).add(group));
  });
  return forms;
}

const INITIALS = GROUPS.map((line) => new Set(line.split(' ').map((name) => name.slice(0, 1))));

/** True when one can be what the other is called. */
export function sameCalled(one: string, other: string): boolean {
  const theirs = FORMS.get(other);
  if (theirs === undefined) return false;
  return [...(FORMS.get(one) ?? [])].some((group) => theirs.has(group));
}

/** True when someone called so can have this first initial: Hans is J. in his passport. */
export function mayHaveInitial(name: string, initial: string): boolean {
  if (name.startsWith(initial)) return true;
  return [...(FORMS.get(name) ?? [])].some((group) => INITIALS[group]?.has(initial) === true);
}

/** All first initials someone called so can have. */
export function initialsOf(name: string): ReadonlySet<string> {
  const letters = [...(FORMS.get(name) ?? [])].flatMap((group) => [...(INITIALS[group] ?? [])]);
  return new Set([name.slice(0, 1), ...letters]);
}

export function isFirstName(name: string): boolean {
  return FORMS.has(name);
}
