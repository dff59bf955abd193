import MarkdownIt, { type Token } from 'markdown-it';
import { type Block, type Run, type Runs, type TableBlock } from './block';

/** The Markdown of letters: what is not named here is ordinary text. */
const RULES = [
  'block',
  'inline',
  'normalize',
  'heading',
  'list',
  'table',
  'paragraph',
  'blockquote',
  'text',
  'newline',
  'escape',
  'emphasis',
  'balance_pairs',
  'fragments_join',
  'text_join',
] as const;

const markdown = new MarkdownIt('zero', { html: false, linkify: false, typographer: false }).enable(
  [...RULES],
  true,
);

/** Walks over the tokens of a document, one block at a time. */
class Reader {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  /** All blocks up to a token of this type, which is passed; up to the end without one. */
  blocksUntil(end: string | null): Block[] {
    const blocks: Block[] = [];
    while (this.at < this.tokens.length) {
      const token = this.take();
      if (token.type === end) return blocks;
      blocks.push(this.block(token));
    }
    return blocks;
  }

  private take(): Token {
    const token = this.tokens[this.at];
    if (token === undefined) throw new Error('the letter ends in the middle of something');
    this.at += 1;
    return token;
  }

  private block(token: Token): Block {
    switch (token.type) {
      case 'heading_open':
        return { kind: 'heading', level: levelOf(token), runs: this.inlineUntil('heading_close') };
      case 'paragraph_open':
        return { kind: 'paragraph', runs: this.inlineUntil('paragraph_close') };
      case 'bullet_list_open':
        return { kind: 'list', ordered: false, items: this.items('bullet_list_close') };
      case 'ordered_list_open':
        return { kind: 'list', ordered: true, items: this.items('ordered_list_close') };
      case 'blockquote_open':
        return { kind: 'quote', paragraphs: this.paragraphsUntil('blockquote_close') };
      case 'table_open':
        return this.table();
      default:
        throw new Error(`a letter cannot hold ${token.type}`);
    }
  }

  private inlineUntil(end: string): Runs {
    const runs = this.peekIs(end) ? [] : runsOf(this.take());
    const closing = this.take();
    if (closing.type !== end) throw new Error(`a letter cannot hold ${closing.type} here`);
    return runs;
  }

  private peekIs(type: string): boolean {
    return this.tokens[this.at]?.type === type;
  }

  private paragraphsUntil(end: string): Runs[] {
    return this.blocksUntil(end).map((block) => {
      if (block.kind === 'paragraph') return block.runs;
      throw new Error(`a ${block.kind} cannot stand in a list or a quotation of a letter`);
    });
  }

  private items(end: string): Runs[] {
    const items: Runs[] = [];
    while (this.take().type !== end) {
      const [item, ...more] = this.paragraphsUntil('list_item_close');
      if (more.length > 0) throw new Error('an item of a list in a letter is one paragraph');
      items.push(item ?? []);
    }
    return items;
  }

  private table(): TableBlock {
    const alignment: ('left' | 'right')[] = [];
    const rows: Runs[][] = [];
    let row: Runs[] = [];
    for (let token = this.take(); token.type !== 'table_close'; token = this.take()) {
      if (token.type === 'tr_open') row = [];
      if (token.type === 'tr_close') rows.push(row);
      if (token.type === 'th_open') alignment.push(alignmentOf(token));
      if (token.type === 'th_open' || token.type === 'td_open')
        row.push(this.inlineUntil(token.type.replace('open', 'close')));
    }
    const [head = [], ...body] = rows;
    return { kind: 'table', alignment, head, rows: body };
  }
}

function levelOf({ tag }: Token): 2 | 3 {
  if (tag === 'h2') return 2;
  if (tag === 'h3') return 3;
  throw new Error(`a letter has headings of level 2 and 3; its subject is level 1 (found ${tag})`);
}

function alignmentOf(token: Token): 'left' | 'right' {
  return (token.attrGet('style') ?? '').includes('right') ? 'right' : 'left';
}

function runsOf(token: Token): Runs {
  const runs: Run[] = [];
  let strong = false;
  for (const child of token.children ?? []) {
    if (child.type === 'strong_open') strong = true;
    else if (child.type === 'strong_close') strong = false;
    else if (child.type === 'hardbreak') runs.push({ text: '\n', strong: false });
    else if (child.type === 'softbreak') runs.push({ text: ' ', strong });
    else if (child.type === 'text') runs.push({ text: child.content, strong });
    else throw new Error(`a letter cannot hold ${child.type}`);
  }
  return runs.filter(({ text }) => text !== '');
}

/** @throws Error for anything in the Markdown that a letter does not have. */
export function readBlocks(text: string): readonly Block[] {
  return new Reader(markdown.parse(text, {})).blocksUntil(null);
}
