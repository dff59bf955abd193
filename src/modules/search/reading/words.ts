import { type Part, type Read } from './part';

/** What stands before a surname, and what joins words: people leave it out or write it otherwise. */
const PARTICLES = new Set(
  "van de der den het 't ter ten te op in aan bij onder uit voor tot over la le du von vd v.d v.d. v/d en and the &".split(
    ' ',
  ),
);
const QUOTED = /^["“”„]([^"“”„]+)["“”]/u;
const WORD = /^[^\s"“”„]+/u;
const AROUND = /^[\s.,;:!?()[\]{}'’*%\\/_-]+|[\s,;:!?()[\]{}'’*%\\/_-]+$/gu;
const INITIALS = /^(?:(?:\p{L}\.)+\p{L}?|\p{L})$/u;

function hasLetters(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

function ofWord(text: string): Part | null {
  if (INITIALS.test(text))
    return { kind: 'initials', text, letters: text.replace(/\./gu, '').toLowerCase() };
  if (PARTICLES.has(text.toLowerCase())) return { kind: 'particle', text };
  const bare = text.replace(AROUND, '');
  return hasLetters(bare) ? { kind: 'word', text: bare } : null;
}

/** Words between quotes, or one word; a part of null is a sign that says nothing. */
export function readWords(text: string): Omit<Read, 'part'> & { readonly part: Part | null } {
  const [quoted, words = ''] = QUOTED.exec(text) ?? [];
  if (quoted !== undefined && hasLetters(words))
    return {
      part: { kind: 'phrase', text: quoted, words: words.trim() },
      length: quoted.length,
    };
  const word = WORD.exec(text)?.[0] ?? text.slice(0, 1);
  return { part: ofWord(word), length: word.length };
}
