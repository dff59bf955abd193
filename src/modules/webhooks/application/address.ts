import { BlockList, isIP } from 'node:net';

/** Addresses of the machine itself and of private networks (RFC 6890): nobody's software is there. */
const PRIVATE = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  PRIVATE.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  PRIVATE.addSubnet(network, bits, 'ipv6');

export function isPrivate(address: string): boolean {
  const version = isIP(address);
  if (version === 0) return true;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return PRIVATE.check(mapped, 'ipv4');
  return PRIVATE.check(address, version === 4 ? 'ipv4' : 'ipv6');
}

function isLoopback(hostname: string): boolean {
  return /^127\./.test(hostname) || hostname === 'localhost' || hostname === '[::1]';
}

export type AddressFault = 'address' | 'https' | 'credentials' | 'private';

/**
 * What is wrong with the address of a webhook; null when nothing is. A demonstration may also send
 * to the machine it runs on, so that it can be tried without a server on the internet.
 */
export function addressFault(text: string, demo: boolean): AddressFault | null {
  if (!URL.canParse(text)) return 'address';
  const { protocol, hostname, username, password } = new URL(text);
  if (protocol !== 'https:' && protocol !== 'http:') return 'address';
  if (username + password !== '') return 'credentials';
  if (demo && isLoopback(hostname)) return null;
  if (protocol !== 'https:') return 'https';
  return isInside(hostname) ? 'private' : null;
}

/** A name is looked up when it is used; here only addresses written out are judged. */
function isInside(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return isLoopback(hostname) || (isIP(bare) !== 0 && isPrivate(bare));
}
