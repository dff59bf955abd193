const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  þ: 'th',
  ĳ: 'ij',
};

/** Small letters and digits without accents, in words with one space between them. */
export function searchKey(...texts: readonly (string | null)[]): string {
  return texts
    .filter((text) => text !== null)
    .join(' ')
    .toLowerCase()
    .replace(/[ßæœøłđþĳ]/gu, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The words somebody searches for; at most eight of them count. */
export function searchWords(text: string): readonly string[] {
  const words = searchKey(text).split(' ');
  return words.filter((word) => word !== '').slice(0, 8);
}
