import { type Type, type NestInterceptor } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { type Response } from 'express';
import { type EvidenceFile } from '../application/read-evidence';
import { LARGEST_EVIDENCE } from '../application/evidence-file';

/** A file in memory, as the upload gives it. */
export interface UploadedEvidence {
  readonly buffer: Buffer;
  readonly originalname: string;
}

// Some room above the largest file, so that one that is too large gets its own message.
export const UPLOAD: Type<NestInterceptor> = FileInterceptor('bestand', {
  limits: { fileSize: LARGEST_EVIDENCE + 100_000, files: 1, fields: 10, fieldSize: 5000 },
});

/** Sends a file to keep. No browser shows it as a page of ours, whatever is in it. */
export function sendEvidence(response: Response, file: EvidenceFile): void {
  response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.attachment(file.name).type(file.mediaType).send(file.bytes);
}
