import { fileName } from '../../../platform/files/public';
import { problem, type ProblemPart } from '../../../platform/http/problem';
import { checkGate, FileRefused } from '../../../platform/intake/public';

/** In bytes: 10 MB. */
export const LARGEST_EVIDENCE = 10 * 1024 * 1024;

/** What may be attached, by what the gate says that it is. */
const MEDIA: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  eml: 'message/rfc822',
};

export const EVIDENCE_MEDIA: readonly string[] = Object.values(MEDIA);

function refusal(code: string, detail: string): Error {
  const fault: ProblemPart = { in: 'body', location: '/file', code, detail };
  return problem(400, 'input.invalid', 'This file cannot be attached.', [fault]);
}

/**
 * The name as the person gave it, without a path, without what cannot be seen, and without what
 * has a meaning to a shell, a page or a disk. It is shown, and never used as a path.
 * @param sent as the multipart reader gives it: bytes read as Latin-1.
 */
export function evidenceName(sent: string): string {
  return fileName(sent, 'bewijs').replace(/[<>:"|?*&`$;%]/g, '_');
}

/**
 * The media type of a file that may be attached, by its own bytes; its name must agree.
 * @throws Problem 400 with what is wrong with it.
 */
export async function evidenceMedia(bytes: Uint8Array, name: string): Promise<string> {
  if (bytes.byteLength === 0) throw refusal('file.empty', 'The file is empty. Choose another.');
  if (bytes.byteLength > LARGEST_EVIDENCE)
    throw refusal('file.too_large', 'The file may hold at most 10 MB.');
  const kind = await gate(bytes, name);
  const media = MEDIA[kind];
  if (media === undefined)
    throw refusal('evidence.kind', 'Send a PDF, a PNG or JPEG image, or a mail (.eml).');
  return media;
}

async function gate(bytes: Uint8Array, name: string): Promise<string> {
  try {
    return await checkGate(bytes, name);
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    const { code } = error.refusal;
    throw refusal(`file.${code}`, `The file is refused: ${code.replaceAll('_', ' ')}.`);
  }
}
