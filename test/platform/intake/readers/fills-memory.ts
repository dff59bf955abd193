export function read(): unknown {
  const held: number[][] = [];
  for (;;) held.push(Array.from({ length: 1_000_000 }, (_, n) => n + 0.5));
}
