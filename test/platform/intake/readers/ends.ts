export function read(): never {
  process.exit(3);
}
