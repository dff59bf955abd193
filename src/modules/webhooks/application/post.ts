import { lookup } from 'node:dns';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { type LookupFunction } from 'node:net';
import { addressFault, isPrivate } from './address';

/** What came back: the status, or why nothing did. */
export interface Posted {
  readonly status: number | null;
  /** Null when it was taken (a status from 200 to 299). */
  readonly fault: string | null;
}

const SECONDS = 10;

/** Looks the name up and refuses private addresses at the moment of connecting, not before it. */
const publicOnly: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) {
      callback(error, '', 0);
      return;
    }
    const [first] = addresses;
    if (first === undefined || addresses.some(({ address }) => isPrivate(address))) {
      callback(new Error('the address is inside a private network'), '', 0);
      return;
    }
    if (options.all === true) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};

/**
 * Sends a body by POST. Follows no redirect, reads no more of the answer than its status, and gives
 * up after ten seconds. Never throws.
 */
export function post(
  address: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  demo: boolean,
): Promise<Posted> {
  const fault = addressFault(address, demo);
  if (fault !== null) return Promise.resolve({ status: null, fault: `address refused: ${fault}` });
  const send = address.startsWith('https:') ? httpsRequest : httpRequest;
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(SECONDS * 1000);
    const outgoing = send(address, {
      method: 'POST',
      signal,
      agent: false,
      ...(demo ? {} : { lookup: publicOnly }),
      headers: { ...headers, 'Content-Length': String(Buffer.byteLength(body)) },
    });
    outgoing.on('response', (response) => {
      const status = response.statusCode ?? 0;
      response.destroy();
      const taken = status >= 200 && status < 300;
      resolve({ status, fault: taken ? null : `answered ${String(status)}` });
    });
    outgoing.on('error', (error) => {
      const why = signal.aborted ? `no answer in ${String(SECONDS)} seconds` : error.message;
      resolve({ status: null, fault: why.slice(0, 200) });
    });
    outgoing.end(body);
  });
}
