export function read(): never {
  throw new Error('a mistake of ours');
}
