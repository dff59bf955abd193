// So many at once, for so long or so many: how many a second, and how long each took.
const { randomUUID } = require('node:crypto');
const { Agent, request } = require('node:http');

/**
 * @param plan { concurrency, seconds }; without seconds until there are no rows left
 * @param one (row, lane) -> Promise, the work measured
 * @param next () -> row, undefined when there is none left
 */
async function drive({ concurrency, seconds = Infinity }, next, one) {
  const latencies = [];
  const begun = performance.now();
  const lane = async (n) => {
    while (performance.now() - begun < seconds * 1000) {
      const row = next();
      if (row === undefined) return;
      const sent = performance.now();
      await one(row, n);
      latencies.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, (_, n) => lane(n)));
  const elapsed = (performance.now() - begun) / 1000;
  return { rate: latencies.length / elapsed, latencies };
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Posts to the program and asserts the status; gives the body as text. */
function post(port, path, token, body, expected) {
  const sent = Buffer.from(JSON.stringify(body));
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'content-length': sent.length,
    'idempotency-key': randomUUID(),
  };
  return new Promise((done, fail) => {
    const options = { host: '127.0.0.1', port, path, method: 'POST', agent, headers };
    const asked = request(options, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => {
        const text = Buffer.concat(parts).toString();
        if (response.statusCode === expected) done(text);
        else fail(new Error(`${path} answered ${String(response.statusCode)}: ${text}`));
      });
      response.on('error', fail);
    });
    asked.on('error', fail);
    asked.end(sent);
  });
}

function closeConnections() {
  agent.destroy();
}

module.exports = { drive, post, closeConnections };
