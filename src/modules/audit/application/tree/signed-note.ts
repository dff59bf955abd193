import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { type Hash, sha256 } from './compact-range';

/** What a checkpoint says: the log of this name had this many lines, and this root, at this moment. */
export interface CheckpointClaim {
  readonly size: number;
  readonly root: Hash;
  /** ISO 8601 in UTC, to the microsecond. */
  readonly at: string;
}

/** Who signs: the name of the log and its Ed25519 key. */
export interface NoteSigner {
  readonly name: string;
  readonly privateKey: KeyObject;
}

export interface NoteVerifier {
  readonly name: string;
  readonly publicKey: KeyObject;
}

const ED25519 = 0x01;

function rawPublicKey(key: KeyObject): Buffer {
  return Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url');
}

function keyId(name: string, publicKey: KeyObject): Buffer {
  const typed = Buffer.concat([Buffer.from([ED25519]), rawPublicKey(publicKey)]);
  return sha256(Buffer.concat([Buffer.from(`${name}\n`), typed])).subarray(0, 4);
}

/** A new private key as PEM (PKCS #8). */
export function newSigningKey(): string {
  return generateKeyPairSync('ed25519')
    .privateKey.export({ format: 'pem', type: 'pkcs8' })
    .toString();
}

export function noteSigner(name: string, pem: string): NoteSigner {
  return { name, privateKey: createPrivateKey(pem) };
}

export function verifierOf(signer: NoteSigner): NoteVerifier {
  return { name: signer.name, publicKey: createPublicKey(signer.privateKey) };
}

/** The public key on one line, as `<name>+<key id>+<base64>` (C2SP signed-note). */
export function writeVerifierKey(verifier: NoteVerifier): string {
  const typed = Buffer.concat([Buffer.from([ED25519]), rawPublicKey(verifier.publicKey)]);
  const id = keyId(verifier.name, verifier.publicKey).toString('hex');
  return `${verifier.name}+${id}+${typed.toString('base64')}`;
}

/** Throws a RangeError when the line is not a public key of this kind. */
export function readVerifierKey(line: string): NoteVerifier {
  const [, name = '', encoded = ''] = /^([^+ ]+)\+[0-9a-f]{8}\+(.+)$/.exec(line.trim()) ?? [];
  const typed = Buffer.from(encoded, 'base64');
  if (name !== '' && typed.length === 33 && typed[0] === ED25519) {
    const x = typed.subarray(1).toString('base64url');
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    const verifier = { name, publicKey };
    if (writeVerifierKey(verifier) === line.trim()) return verifier;
  }
  throw new RangeError(`"${line.trim()}" is not the public key of a log`);
}

function textOf(name: string, claim: CheckpointClaim): string {
  return `${name}\n${String(claim.size)}\n${claim.root.toString('base64')}\ntime ${claim.at}\n`;
}

/** The checkpoint as a signed note (C2SP tlog-checkpoint); the moment is an extension line. */
export function signCheckpoint(signer: NoteSigner, claim: CheckpointClaim): string {
  const text = textOf(signer.name, claim);
  const id = keyId(signer.name, createPublicKey(signer.privateKey));
  const signature = Buffer.concat([id, sign(null, Buffer.from(text), signer.privateKey)]);
  return `${text}\n— ${signer.name} ${signature.toString('base64')}\n`;
}

const NOTE = /^[^\n]+\n(\d+)\n([^\n]+)\ntime ([^\n]+)\n\n— [^\n ]+ ([^\n]+)\n$/;

/** What the note says, or null when one byte of it is not as this key signed it. */
export function openCheckpoint(verifier: NoteVerifier, note: string): CheckpointClaim | null {
  const found = NOTE.exec(note);
  if (found === null) return null;
  const [, size = '', root = '', at = '', signed = ''] = found;
  const claim = { size: Number(size), root: Buffer.from(root, 'base64'), at };
  const signature = Buffer.from(signed, 'base64');
  const text = textOf(verifier.name, claim);
  // Written out again and compared, because base64 can be changed without changing what it says.
  if (note !== `${text}\n— ${verifier.name} ${signature.toString('base64')}\n`) return null;
  const id = keyId(verifier.name, verifier.publicKey);
  if (!signature.subarray(0, 4).equals(id) || claim.root.length !== 32) return null;
  return verify(null, Buffer.from(text), verifier.publicKey, signature.subarray(4)) ? claim : null;
}
