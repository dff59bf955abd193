import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { expectNoAxeViolations, openBrowser, type TestBrowser } from '../support/browser';

const POLICY = "default-src 'none'; style-src 'self'";
const GOOD =
  '<!doctype html><html lang="nl"><title>Goed</title><main><h1>Goed</h1><label>Naam <input></label></main>';
const BAD = '<!doctype html><html><title>Fout</title><main><h1>Fout</h1><input></main>';

describe('the browser of the tests', () => {
  let browser: TestBrowser;
  let server: Server;
  let url: string;
  beforeAll(async () => {
    browser = await openBrowser();
    server = createServer((request, response) => {
      const headers = { 'content-type': 'text/html', 'content-security-policy': POLICY };
      response.writeHead(200, headers).end(request.url === '/good' ? GOOD : BAD);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await new Promise((done) => server.close(done));
  });

  it('finds nothing on a good page, under a policy without scripts', async () => {
    const page = await browser.newPage();
    await page.goto(`${url}/good`);
    await expectNoAxeViolations(page);
  });

  it('finds the missing language and label on a bad page', async () => {
    const page = await browser.newPage();
    await page.goto(`${url}/bad`);
    const check = expectNoAxeViolations(page);
    await expect(check).rejects.toThrow(/html-has-lang[^]*label/);
  });
});
