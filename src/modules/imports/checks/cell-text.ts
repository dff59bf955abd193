import { type ReadCell } from '../../../platform/intake/public';
import { originalText } from '../../../platform/spreadsheet/safe-cell';

const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFD]/;
const BIDI_OR_TAG = /[\u200E\u200F\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/u;

/** Without the blanks around it and between words more than one, in Unicode's composed form. */
export function tidy(text: string): string {
  return originalText(text)
    .normalize('NFC')
    .replace(/[\s\u00a0\u200b\ufeff]+/g, ' ')
    .trim();
}

export function holdsControl(text: string): boolean {
  return CONTROL.test(text);
}

export function holdsBidi(text: string): boolean {
  return BIDI_OR_TAG.test(text);
}

/** For a message: what cannot be seen is shown, and a long text is cut. */
export function shown(cell: ReadCell): string {
  const text = cell.kind === 'formula' ? `=${cell.text.replace(/^=/, '')}` : cell.text;
  const visible = text.replace(/\p{C}/gu, (mark) => {
    const code = (mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `[U+${code}]`;
  });
  return visible.length > 80 ? `${visible.slice(0, 80)}...` : visible;
}

export function isBlank(cell: ReadCell | undefined): boolean {
  return (
    cell === undefined || cell.kind === 'empty' || (cell.kind === 'text' && tidy(cell.text) === '')
  );
}
