import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly data: string;
}

/** What the server answers to a command, in order; the ordinary answer when the list is empty. */
export interface Script {
  readonly RCPT?: string[];
  readonly DATA?: string[];
  /** After the message itself: an answer, or 'hang up' without one. */
  readonly END?: string[];
  readonly AUTH?: string[];
}

/** A mail server that speaks as much SMTP (RFC 5321) as it takes to be handed a message. */
export class SmtpServer {
  readonly received: Received[] = [];
  script: Script = {};
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<SmtpServer> {
    const server = createServer();
    const smtp = new SmtpServer(server);
    server.on('connection', (socket) => smtp.serve(socket));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return smtp;
  }

  url(credentials = ''): string {
    return `smtp://${credentials}127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    socket.on('error', () => undefined);
    const session = new Session(this, socket);
    let buffer = '';
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => {
      buffer += chunk;
      for (let end = session.endIn(buffer); end !== null; end = session.endIn(buffer)) {
        const part = buffer.slice(0, end.at);
        buffer = buffer.slice(end.at + end.length);
        session.take(part);
      }
    });
    session.say('220 test ESMTP');
  }
}

class Session {
  private from = '';
  private to: string[] = [];
  private inMessage = false;

  constructor(
    private readonly server: SmtpServer,
    private readonly socket: Socket,
  ) {}

  /** Where the next line, or the message, ends. */
  endIn(buffer: string): { readonly at: number; readonly length: number } | null {
    const ending = this.inMessage ? '\r\n.\r\n' : '\r\n';
    const at = buffer.indexOf(ending);
    return at === -1 ? null : { at, length: ending.length };
  }

  say(line: string): void {
    this.socket.write(`${line}\r\n`);
  }

  take(text: string): void {
    if (this.inMessage) this.takeMessage(text);
    else this.takeCommand(text);
  }

  private takeMessage(data: string): void {
    this.inMessage = false;
    const { from, to } = this;
    this.server.received.push({ from, to, data: data.replace(/^\.\./gm, '.') });
    this.to = [];
    const answer = this.server.script.END?.shift() ?? '250 taken';
    if (answer === 'hang up') this.socket.destroy();
    else this.say(answer);
  }

  private takeCommand(line: string): void {
    const [word = ''] = line.toUpperCase().split(/[ :]/);
    const address = /<([^>]*)>/.exec(line)?.[1] ?? '';
    this.say(this.answers[word]?.(address) ?? '250 ok');
    if (word === 'QUIT') this.socket.end();
  }

  private readonly answers: Readonly<Record<string, (address: string) => string>> = {
    EHLO: () => '250-test\r\n250-AUTH PLAIN\r\n250 SIZE 35000000',
    AUTH: () => this.server.script.AUTH?.shift() ?? '235 welcome',
    MAIL: (address) => {
      this.from = address;
      return '250 ok';
    },
    RCPT: (address) => {
      const answer = this.server.script.RCPT?.shift() ?? '250 ok';
      if (answer.startsWith('250')) this.to.push(address);
      return answer;
    },
    DATA: () => {
      const answer = this.server.script.DATA?.shift() ?? '354 go on';
      this.inMessage = answer.startsWith('354');
      return answer;
    },
    QUIT: () => '221 bye',
  };
}
