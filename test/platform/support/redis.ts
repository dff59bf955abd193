import { connect, createServer, type Server, type Socket } from 'node:net';

/** The Redis the tests may empty, or undefined: then the tests that need it are skipped, in so many words. */
export const TEST_REDIS_URL = process.env['TEST_REDIS_URL'];

const TITLE = 'with Redis';

/** A describe block that runs with Redis, or is counted as skipped under a title that says why. */
export function describeWithRedis(tests: (redisUrl: string) => void): void {
  const url = TEST_REDIS_URL;
  if (url !== undefined) {
    describe(TITLE, () => tests(url));
    return;
  }
  const leftOut = 'left out: no Redis (set TEST_REDIS_URL)';
  process.stdout.write(`${leftOut}\n`);
  describe.skip(`${TITLE} - ${leftOut}`, () => tests('redis://127.0.0.1:1'));
}

/** Sends one command, such as 'FLUSHALL', and waits until Redis said OK. */
export function tellRedis(url: string, command: string): Promise<void> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port === '' ? '6379' : port), hostname, () =>
      socket.write(`${command}\r\n`),
    );
    socket.once('error', reject);
    socket.once('data', (answer: Buffer) => {
      socket.end();
      if (answer.toString().startsWith('+OK')) resolve();
      else reject(new Error(`Redis said ${answer.toString()}`));
    });
  });
}

/** A Redis that can be taken away, frozen and given back, without touching the real one. */
export class FickleRedis {
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();
  private mood: 'well' | 'away' | 'frozen' = 'well';

  private constructor(private readonly real: URL) {
    this.server = createServer((socket) => this.pass(socket));
  }

  static async before(redisUrl: string): Promise<FickleRedis> {
    const fickle = new FickleRedis(new URL(redisUrl));
    await new Promise<void>((resolve) => fickle.server.listen(0, '127.0.0.1', resolve));
    return fickle;
  }

  get url(): string {
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('not listening');
    return `redis://127.0.0.1:${address.port}`;
  }

  /** Connections break and new ones are refused. */
  goAway(): void {
    this.mood = 'away';
    for (const socket of this.sockets) socket.destroy();
  }

  /** Connections stay, and no byte comes through any more. */
  freeze(): void {
    this.mood = 'frozen';
    for (const socket of this.sockets) socket.pause();
  }

  /** New connections work again; frozen ones stay frozen, as after a lost network path. */
  comeBack(): void {
    this.mood = 'well';
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private pass(near: Socket): void {
    near.on('error', () => near.destroy());
    if (this.mood === 'away') {
      near.destroy();
      return;
    }
    const far = connect(
      Number(this.real.port === '' ? '6379' : this.real.port),
      this.real.hostname,
    );
    far.on('error', () => near.destroy());
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(from);
      from.on('data', (bytes) => to.write(bytes));
      from.on('close', () => {
        this.sockets.delete(from);
        to.destroy();
      });
      if (this.mood === 'frozen') from.pause();
    }
  }
}
