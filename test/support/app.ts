import { type NestExpressApplication } from '@nestjs/platform-express';
import { createApp } from '../../src/app';
import { type Config } from '../../src/platform/config/config';
import { openTestDatabase, type TestDatabase } from './database';

export interface TestApp {
  readonly app: NestExpressApplication;
  readonly test: TestDatabase;
  /** Where it listens, such as http://127.0.0.1:41234. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** The whole application on a database of its own and a free port, without its background work. */
export async function startTestApp(changes: Partial<Config> = {}): Promise<TestApp> {
  const test = await openTestDatabase();
  const config: Config = {
    port: 0,
    host: '127.0.0.1',
    databaseUrl: test.url,
    redisUrl: null,
    stateDir: null,
    secretKey: test.secret,
    demo: true,
    worker: false,
    publicUrl: 'http://127.0.0.1',
    ...changes,
  };
  try {
    const app = await createApp({ config, sources: test.sources });
    await app.listen(config.port, config.host);
    const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
    const close = async (): Promise<void> => {
      await app.close();
      await test.close();
    };
    return { app, test, url, close };
  } catch (error) {
    await test.close();
    throw error;
  }
}
