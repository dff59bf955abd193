export { type LetterFrame } from './frame';
export { LetterRenderer } from './letter-renderer';
export { paragraphsOf } from './literal';
export { writeLetter } from './write-letter';
