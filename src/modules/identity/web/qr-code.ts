import { create } from 'qrcode';

/** A QR code as the page draws it: dark squares as one path in a square of `size` units. */
export interface QrCode {
  readonly size: string;
  readonly path: string;
}

/** The quiet zone that readers need around a code, in squares. */
const MARGIN = 4;

export function qrCode(text: string): QrCode {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  const squares: string[] = [];
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1)
      if (modules.get(row, column) === 1)
        squares.push(`M${String(column + MARGIN)} ${String(row + MARGIN)}h1v1h-1z`);
  return { size: String(size + 2 * MARGIN), path: squares.join('') };
}

/** What an authenticator app reads (Key URI Format). */
export function otpauthLink(email: string, secret: string): string {
  const label = `Partijgiften:${encodeURIComponent(email)}`;
  const query = new URLSearchParams({ secret, issuer: 'Partijgiften' });
  return `otpauth://totp/${label}?${query.toString()}`;
}

/** "ABCD EFGH ...": easier to copy by hand; apps ignore the blanks. */
export function inGroups(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, '$1 ');
}

/** What a page shows of a new secret. */
export function authenticatorView(email: string, secret: string): object {
  const link = otpauthLink(email, secret);
  return { qr: qrCode(link), secret: inGroups(secret), link };
}
