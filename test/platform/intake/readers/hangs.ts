export function read(): never {
  for (;;) {
    // For ever.
  }
}
