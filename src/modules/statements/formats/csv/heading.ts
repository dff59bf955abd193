/** A heading as it is compared: letters and digits only, so that 'Af Bij' and 'AfBij' are one. */
function bare(heading: string): string {
  return heading
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

/**
 * In which column each wanted heading stands; one of the spellings of each will do.
 * `missing` names (in its first spelling) what is not there.
 */
export function findColumns<Name extends string>(
  headings: readonly string[],
  wanted: Readonly<Record<Name, readonly string[]>>,
): { readonly columns: ReadonlyMap<Name, number>; readonly missing: readonly string[] } {
  const there = headings.map(bare);
  const columns = new Map<Name, number>();
  const missing: string[] = [];
  for (const [name, spellings] of Object.entries(wanted) as [Name, readonly string[]][]) {
    const at = there.findIndex((heading) => spellings.some((one) => bare(one) === heading));
    if (at >= 0) columns.set(name, at);
    else missing.push(spellings[0] ?? name);
  }
  return { columns, missing };
}
