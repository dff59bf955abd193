const POSTCODE = /\b[1-9]\d{3}\s?[A-Z]{2}\b/i;

/**
 * Only the place: somebody may have written a street or a postcode where a place belongs (art. 25
 * lid 5). Null when no place can be told from it.
 */
export function placeOnly(text: string | null): string | null {
  if (text === null || !/\d/.test(text)) return text;
  const [, afterPostcode] = text.split(POSTCODE);
  const part = (afterPostcode ?? text.split(',').at(-1) ?? '').replace(/^[\s,]+|[\s,]+$/g, '');
  return part === '' || /\d/.test(part) ? null : part;
}
