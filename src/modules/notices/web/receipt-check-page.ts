import { formatMoment } from '../../../platform/rendering/format';
import { type Fact, type FormError } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type ReceiptFacts } from '../application/read-notices';
import { timelinessBadge } from './notice-words';

/** What someone with a receipt typed or pasted. */
export interface TypedReceipt {
  readonly number: string;
  readonly sha256: string;
}

/** Both as they are compared: without blanks, letters in one case. */
export interface AskedReceipt {
  readonly number: string;
  readonly sha256: string;
}

export function askedReceipt({ number, sha256 }: TypedReceipt): AskedReceipt {
  return {
    number: number.replace(/\s/g, '').toUpperCase(),
    sha256: sha256.replace(/\s/g, '').toLowerCase(),
  };
}

/** All that is wrong with what was typed; the SHA-256 may be left out. */
export function receiptFaults(asked: AskedReceipt, words: Words): readonly FormError[] {
  const errors: FormError[] = [];
  if (asked.number === '')
    errors.push({ field: 'number', message: words.t('notices.verify.numberMissing') });
  else if (!/^[MV]-\d{4}-[2-9B-Z]{5}-[2-9B-Z]{5}$/.test(asked.number))
    errors.push({
      field: 'number',
      message: words.t('notices.verify.numberFormat', { typed: asked.number.slice(0, 40) }),
    });
  if (asked.sha256 !== '' && !/^[0-9a-f]{64}$/.test(asked.sha256))
    errors.push({
      field: 'sha256',
      message: words.t('notices.verify.hashFormat', { length: String(asked.sha256.length) }),
    });
  return errors;
}

export interface CheckedReceipt {
  readonly kind: 'ok' | 'error';
  readonly title: string;
  readonly body: string;
  readonly facts: readonly Fact[];
}

type Outcome = 'genuine' | 'exists' | 'otherBytes' | 'unknown';

function outcomeOf(asked: AskedReceipt, found: ReceiptFacts | null): Outcome {
  if (found === null) return 'unknown';
  if (asked.sha256 === '') return 'exists';
  return asked.sha256 === found.sha256 ? 'genuine' : 'otherBytes';
}

/**
 * The answer to whoever holds a receipt: whether number and SHA-256 belong together, when it was
 * filed and whether that was in time. Never the SHA-256 itself, so that it cannot be learned here.
 */
export function receiptResult(
  asked: AskedReceipt,
  found: ReceiptFacts | null,
  words: Words,
): CheckedReceipt {
  const outcome = outcomeOf(asked, found);
  const shown = outcome === 'genuine' || outcome === 'exists' ? found : null;
  return {
    kind: shown === null ? 'error' : 'ok',
    title: words.t(`notices.verify.${outcome}`),
    body: words.t(`notices.verify.${outcome}Body`),
    facts:
      shown === null
        ? []
        : [
            { label: words.t('notices.number'), value: shown.number },
            {
              label: words.t('notices.filedAt'),
              value: formatMoment(shown.filedAt, words.language),
            },
            { label: words.t('notices.inTime'), badge: timelinessBadge(shown.timeliness, words) },
          ],
  };
}
