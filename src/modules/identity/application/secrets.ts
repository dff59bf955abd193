import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
} from 'node:crypto';

/** 256 random bits as 43 characters that fit in a cookie, a header and a form. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

export function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** Seals what must be read back, and makes tokens that only this installation can make. */
export class Vault {
  private readonly sealingKey: Uint8Array;
  private readonly formKey: Uint8Array;

  constructor(secret: string) {
    const derive = (purpose: string): Uint8Array =>
      new Uint8Array(hkdfSync('sha256', secret, 'partijgiften', purpose, 32));
    this.sealingKey = derive('identity.totp');
    this.formKey = derive('identity.form');
  }

  /** AES-256-GCM: nonce (12 bytes), tag (16 bytes), ciphertext. */
  seal(text: string): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.sealingKey, nonce);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  /** @throws Error when it was sealed under another secret, or changed. */
  open(sealed: Buffer): string {
    const decipher = createDecipheriv('aes-256-gcm', this.sealingKey, sealed.subarray(0, 12));
    decipher.setAuthTag(sealed.subarray(12, 28));
    return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8');
  }

  /** The form token of a visitor without a session, bound to the random value of his cookie. */
  formToken(visitor: string): string {
    return createHmac('sha256', this.formKey).update(visitor).digest('base64url');
  }
}
