import { createHmac, randomBytes } from 'node:crypto';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';

const WINDOW_MS = 15 * 60 * 1000;

/** How often one network may do a thing in a quarter of an hour. */
export const MOST_SENT = 20;
export const MOST_WRONG_CODES = 10;

/** An IPv6 network hands out more addresses than anybody can count: its first half names it. */
function network(address: string): string {
  return address.includes(':') && !address.includes('.')
    ? address.split(':').slice(0, 4).join(':')
    : address;
}

/**
 * Holds up who pours in tips or tries codes. It stands in the memory of the program only, under a key
 * that is thrown away every quarter of an hour: nobody can find out later who was here.
 */
@Injectable()
export class Visitors implements OnApplicationShutdown {
  private counts = new Map<string, number>();
  private key = randomBytes(32);
  private readonly timer = setInterval(() => {
    this.forget();
  }, WINDOW_MS).unref();

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  forget(): void {
    this.counts = new Map();
    this.key = randomBytes(32);
  }

  /** True when this address already did this `most` times. */
  isOver(what: string, address: string, most: number): boolean {
    return (this.counts.get(this.name(what, address)) ?? 0) >= most;
  }

  count(what: string, address: string): void {
    const name = this.name(what, address);
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }

  private name(what: string, address: string): string {
    return createHmac('sha256', this.key)
      .update(`${what} ${network(address)}`)
      .digest('base64');
  }
}
