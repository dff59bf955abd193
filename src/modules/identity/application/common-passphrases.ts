/**
 * Words that make up the passphrases people choose most, in Dutch and English. A passphrase that
 * holds nothing but these, numbers and signs is among the first that are tried.
 */
const COMMON = [
  ...['wachtwoord', 'wachtzin', 'welkom', 'geheim', 'hallo', 'hoi', 'inloggen', 'aanmelden'],
  ...['toegang', 'sleutel', 'beheerder', 'penningmeester', 'partijgiften', 'nederland', 'holland'],
  ...['amsterdam', 'rotterdam', 'utrecht', 'denhaag', 'feyenoord', 'ajax', 'psv', 'oranje'],
  ...['zomer', 'lente', 'herfst', 'winter', 'januari', 'februari', 'maart', 'april', 'mei', 'juni'],
  ...['juli', 'augustus', 'september', 'oktober', 'november', 'december', 'maandag', 'vrijdag'],
  ...['password', 'passphrase', 'passwort', 'welcome', 'secret', 'letmein', 'login', 'admin'],
  ...['administrator', 'master', 'access', 'hello', 'summer', 'spring', 'autumn', 'monday'],
  ...['iloveyou', 'love', 'princess', 'sunshine', 'football', 'baseball', 'monkey', 'dragon'],
  ...['superman', 'batman', 'starwars', 'pokemon', 'michael', 'jordan', 'charlie', 'shadow'],
  ...['correct', 'horse', 'battery', 'staple', 'trustno', 'changeme', 'default', 'guest', 'test'],
  ...['user', 'root', 'qwerty', 'qwertyuiop', 'asdf', 'asdfgh', 'asdfghjkl', 'zxcv', 'zxcvbnm'],
  ...[
    'azerty',
    'abc',
    'abcd',
    'abcdef',
    'mijn',
    'het',
    'een',
    'is',
    'van',
    'my',
    'the',
    'nieuw',
    'new',
  ],
].sort((a, b) => b.length - a.length);

const ROWS = [
  '01234567890123456789',
  '98765432109876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
];

const LOOKALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** Fewer different characters than this is one short piece, repeated. */
const LEAST_DIFFERENT = 5;
const SHORTEST_NAME = 4;

/** What is left of the letters when all these words are taken out. */
function lettersBeside(text: string, words: readonly string[]): number {
  return words.reduce((left, word) => left.replaceAll(word, ' '), text).replace(/[^\p{L}]/gu, '')
    .length;
}

/**
 * Whether a passphrase is one of those that are guessed first: a row of keys, one piece repeated,
 * common words with a number, or the name of the person or the party.
 *
 * @param about names that belong to whoever chooses it: of the person, the party, the address.
 */
export function isCommonPassphrase(passphrase: string, about: readonly string[]): boolean {
  const plain = passphrase.normalize('NFKC').toLowerCase();
  if (new Set(plain).size < LEAST_DIFFERENT) return true;
  const packed = plain.replace(/[^\p{L}\p{N}]/gu, '');
  if (ROWS.some((row) => row.includes(packed))) return true;
  const names = about
    .flatMap((name) => name.toLowerCase().split(/[^\p{L}]+/u))
    .filter(({ length }) => length >= SHORTEST_NAME);
  const words = [...names, ...COMMON];
  // What stands before and after the letters is a year or a sign, not a letter in disguise.
  const core = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const spelled = core.replace(/[013457@$!]/g, (sign) => LOOKALIKES[sign] ?? sign);
  return lettersBeside(plain, words) <= 2 || lettersBeside(spelled, words) <= 2;
}
