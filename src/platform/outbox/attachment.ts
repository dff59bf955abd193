import { applyDecorators, Injectable, SetMetadata } from '@nestjs/common';
import { type Transaction } from '../database/transaction';

/** Something that is kept elsewhere and goes along with a message. */
export interface NewAttachment {
  /** Which source keeps it, such as 'letter.pdf'. */
  readonly source: string;
  readonly reference: string;
  /** Of its bytes when the message was written; other bytes are never sent. */
  readonly sha256: string;
  /** Name of the file: letters, digits, dots and hyphens. */
  readonly name: string;
  readonly mediaType: string;
}

/** Gives the bytes of an attachment when its message goes out. Runs in the role worker. */
export interface AttachmentSource {
  readonly source: string;
  read(tx: Transaction, reference: string): Promise<Uint8Array | null>;
}

export const ATTACHMENT_SOURCE = Symbol('ATTACHMENT_SOURCE');

/** Marks a provider as the one that keeps what its `source` names. */
export function KeepsAttachments(): ClassDecorator {
  return applyDecorators(Injectable(), SetMetadata(ATTACHMENT_SOURCE, true));
}
