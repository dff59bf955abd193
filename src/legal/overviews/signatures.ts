import { type Filing, type FilingSignature } from '../facts/filing';

/** The signatures under exactly these bytes: one over another hash is void. */
export function validSignatures(
  filing: Pick<Filing, 'sha256' | 'signatures'>,
): readonly FilingSignature[] {
  return filing.signatures.filter(({ sha256 }) => sha256 === filing.sha256);
}
