import { createHmac } from 'node:crypto';

/**
 * The secret of a webhook, 32 bytes: it follows from the secret of the installation, so that no
 * copy of the database gives it away.
 */
export function webhookSecret(secretKey: string, webhookId: string): Buffer {
  return createHmac('sha256', secretKey).update(`webhook:${webhookId}`).digest();
}

/** As the receiver keeps it. */
export function printedSecret(secret: Buffer): string {
  return `whsec_${secret.toString('base64')}`;
}

export interface Signed {
  readonly id: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
  readonly body: string;
}

/** The headers of Standard Webhooks 1.0: identifier, moment and signature of one message. */
export function signatureHeaders(secret: Buffer, message: Signed): Record<string, string> {
  const { id, timestamp, body } = message;
  const text = `${id}.${String(timestamp)}.${body}`;
  const signature = createHmac('sha256', secret).update(text).digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': `v1,${signature}`,
  };
}
