/** One field of an MT940 message: ':61:' and the lines after it that begin no field of their own. */
export interface Field {
  readonly tag: string;
  /** The lines as they stand; only the line end and the tag are gone. */
  readonly lines: readonly string[];
  /** From 1. */
  readonly line: number;
}

const FIELD = /^:(\d{2}[A-Z]?):(.*)$/;
/** What a bank writes around the statement: SWIFT blocks, sender lines, the end of a message. */
const AROUND = /^(\{[1-5]:.*|-\}?.{0,3}|:?94[02]:?|[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?)$/;

/**
 * The messages of a file, each as its fields. A message begins at ':20:' and ends at a line with
 * only a dash, or where the next begins.
 */
export function readMessages(text: string): readonly (readonly Field[])[] {
  const messages: Field[][] = [];
  let fields: Field[] = [];
  let open: string[] | null = null;
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    const [, tag, rest] = FIELD.exec(line) ?? [];
    if (tag !== undefined && rest !== undefined) {
      if (tag === '20') messages.push((fields = []));
      open = [rest];
      fields.push({ tag, lines: open, line: index + 1 });
    } else if (line.trim() === '') {
      continue;
    } else if (AROUND.test(line) && !inside(open, line)) {
      open = null;
    } else {
      open?.push(line);
    }
  }
  return messages;
}

/** A word alone on a line inside a description belongs to the description. */
function inside(open: readonly string[] | null, line: string): boolean {
  return open !== null && !/^-\}?$|^\{|^:94/.test(line);
}
