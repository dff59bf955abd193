import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { templatesDirectory } from '../rendering/project-files';
import { type LetterFrame } from './frame';
import { LetterTemplates } from './letter-templates';
import { oneLineOf } from './literal';
import { readBlocks } from './read-blocks';
import { writeLetter } from './write-letter';

/** Makes letters from templates/letters/*.md.njk. */
@Injectable()
export class LetterRenderer {
  private readonly templates = new LetterTemplates(join(templatesDirectory(), 'letters'));

  /** What a template says about itself: with the same hash, the same content gives the same PDF. */
  templateSha256(template: string): string {
    return this.templates.sha256(template);
  }

  /**
   * @param template name of a file under templates/letters/ without ".md.njk".
   * @param data what the comment at the top of that template asks for, in texts and yes/no values.
   * @throws Error for a place without a value, a number or a Date.
   */
  async pdf(template: string, data: object, frame: LetterFrame): Promise<Buffer> {
    return writeLetter(asOneLine(frame), readBlocks(this.templates.markdown(template, data)));
  }
}

/** The frame is not Markdown, but its texts are cleaned as those of the letter are. */
function asOneLine(frame: LetterFrame): LetterFrame {
  return {
    ...frame,
    title: oneLineOf(frame.title),
    organisation: oneLineOf(frame.organisation),
    unit: oneLineOf(frame.unit),
    returnAddress: oneLineOf(frame.returnAddress),
    addressee: frame.addressee.map(oneLineOf),
    aside: frame.aside.map(oneLineOf),
    fields: frame.fields.map(({ label, value }) => ({ label, value: oneLineOf(value) })),
    subject: { label: frame.subject.label, value: oneLineOf(frame.subject.value) },
    running: oneLineOf(frame.running),
  };
}
