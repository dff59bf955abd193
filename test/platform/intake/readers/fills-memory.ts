export function read(): unknown {
  const held: string[][] = [];
  for (;;) held.push(Array.from({ length: 100_000 }, (_, n) => `${String(n)} and some text`));
}
