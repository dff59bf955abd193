import { fold, soundOf } from './text';

/** Where someone lives or sits, in its parts. What is not written is ''. */
export interface Address {
  readonly postcode: string;
  readonly street: string;
  readonly number: string;
  /** '12a', '12-A' and '12 a' all have 'a'. */
  readonly addition: string;
  readonly place: string;
}

const STREETS: readonly (readonly [RegExp, string])[] = [
  [/str\.?$/u, 'straat'],
  [/(?:^|(?<=[a-z ]))ln\.?$/u, 'laan'],
  [/(?<=[a-z])pl\.?$/u, 'plein'],
  [/wg\.?$/u, 'weg'],
  [/kd\.?$/u, 'kade'],
  [/gr\.$/u, 'gracht'],
  [/\bburg\.?(?=\s)/u, 'burgemeester'],
  [/\bst\.?(?=\s)/u, 'sint'],
  [/\bprof\.?(?=\s)/u, 'professor'],
  [/\bkon\.?(?=\s)/u, 'koningin'],
  [/\bpr\.?(?=\s)/u, 'prins'],
  [/\bdr\.?(?=\s)/u, 'dokter'],
];

const PLACES: ReadonlyMap<string, string> = new Map([
  ['sgravenhage', 'denhaag'],
  ['shertogenbosch', 'denbosch'],
  ['bergenopzoom', 'bergenopzoom'],
  ['adam', 'amsterdam'],
  ['rdam', 'rotterdam'],
]);

const POSTCODE = /\b([1-9]\d{3})\s?([a-z]{2})\b/u;
const HOUSE = /^(.*?[a-z.])[\s,]+(\d{1,5})\s*[-/]?\s*([a-z]{1,3}|\d{1,3}|[ivx]{1,4})?(?=$|[\s,])/u;

/** '1234 AB 12' leaves only the number. */
const BARE_NUMBER = /^()(\d{1,5})\s*[-/]?\s*([a-z]{1,3}|\d{1,3})?$/u;

function placeOf(text: string): string {
  const plain = fold(text)
    .replace(/\(.*\)/u, '')
    .replace(/[^a-z]/gu, '');
  return PLACES.get(plain) ?? plain;
}

function streetOf(text: string): string {
  let street = text;
  for (const [short, full] of STREETS) street = street.replace(short, full);
  return soundOf(street.replace(/[^a-z0-9]/gu, ''));
}

function houseOf(text: string): readonly string[] {
  return HOUSE.exec(text) ?? BARE_NUMBER.exec(text) ?? [];
}

export function readAddress(address: string | null, residence: string | null): Address {
  const text = fold(address ?? '');
  const postcode = POSTCODE.exec(text) ?? [];
  const [, street = '', number = '', addition = ''] = houseOf(text.replace(POSTCODE, ' ').trim());
  return {
    postcode: postcode.slice(1).join(''),
    street: streetOf(street),
    number,
    addition: addition.replace(/^huis$/u, 'hs'),
    place: placeOf(residence ?? ''),
  };
}
