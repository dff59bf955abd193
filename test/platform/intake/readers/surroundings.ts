/** What a reader can see of the program that started it. */
export function read(bytes: Uint8Array, name: string): unknown {
  return {
    environment: Object.keys(process.env),
    flags: process.execArgv,
    name,
    size: bytes.length,
  };
}
