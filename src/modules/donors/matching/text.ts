/** Letters of other scripts that look like ours, and ours with a stroke, as the plain letter. */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...pairs('авекмнорстухіјѕԁԛԝһ', 'abekmhopctyxijsdqwh'),
    ...pairs('αβεικνορτυχγω', 'abeikvoptuxyw'),
    ...pairs('øłđħıŀ', 'oldhil'),
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    þ: 'th',
  }),
);

function pairs(from: string, to: string): Readonly<Record<string, string>> {
  const letters = Array.from(to);
  return Object.fromEntries(Array.from(from, (letter, at) => [letter, letters[at] ?? letter]));
}

const PLAIN = /^[\x20-\x7e]*$/u;

/** Small letters without accents; look-alikes of other scripts as ours; one space between words. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase().replace(/\s+/gu, ' ').trim();
  const bare = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const ours = Array.from(bare, (letter) => LOOK_ALIKES.get(letter) ?? letter).join('');
  return ours
    .replace(/[‘’ʼ`´]/gu, "'")
    .replace(/[‐-―]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** True when a word mixes or borrows letters of a script that only looks like ours. */
export function borrowsLetters(text: string): boolean {
  return !PLAIN.test(text) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(text);
}

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/uij|uy/gu, 'ui'],
  [/eij|ey|ei|ij/gu, 'y'],
  [/ck|c(?=[aoulrk])/gu, 'k'],
  [/ks|cs/gu, 'x'],
  [/ph/gu, 'f'],
  [/th|dt|d$/gu, 't'],
  [/sch$/gu, 's'],
  [/gh|ch/gu, 'g'],
  [/ae/gu, 'aa'],
  [/z/gu, 's'],
  [/(.)\1+/gu, '$1'],
];

const sounds = new Map<string, string>();
const MOST_SOUNDS = 50_000;

/** How a folded word sounds: Dutch spellings of one sound become one (ij and y, ck and k, dt and t). */
export function soundOf(word: string): string {
  const known = sounds.get(word);
  if (known !== undefined) return known;
  let sound = word.replace(/[^a-z0-9]/gu, '');
  for (const [spelling, plain] of SPELLINGS) sound = sound.replace(spelling, plain);
  if (sounds.size < MOST_SOUNDS) sounds.set(word, sound);
  return sound;
}
