import { type NestInterceptor, type Type } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { fileName } from '../../../platform/files/public';
import { checkGate, FileRefused } from '../../../platform/intake/public';

/** In bytes: 10 MB. */
export const LARGEST_TIP_FILE = 10 * 1024 * 1024;

const MEDIA: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  eml: 'message/rfc822',
};

/** A file in memory, as the upload gives it. */
export interface SentFile {
  readonly buffer: Buffer;
  readonly originalname: string;
}

// Some room above the largest file, so that one that is too large gets its own message.
export const TIP_UPLOAD: Type<NestInterceptor> = FileInterceptor('bestand', {
  limits: { fileSize: LARGEST_TIP_FILE + 100_000, files: 1, fields: 5, fieldSize: 6000 },
});

/** Shown, and never used as a path. */
export function tipFileName(sent: string): string {
  return fileName(sent, 'bijlage').replace(/[<>:"|?*&`$;%]/g, '_');
}

/** The media type by the bytes, with which the name must agree; or why it cannot be taken in. */
export async function tipFileMedia(
  bytes: Uint8Array,
  name: string,
): Promise<{ readonly media: string } | { readonly fault: 'empty' | 'too_large' | 'kind' }> {
  if (bytes.byteLength === 0) return { fault: 'empty' };
  if (bytes.byteLength > LARGEST_TIP_FILE) return { fault: 'too_large' };
  try {
    const media = MEDIA[await checkGate(bytes, name)];
    return media === undefined ? { fault: 'kind' } : { media };
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return { fault: error.refusal.code === 'too_large' ? 'too_large' : 'kind' };
  }
}
