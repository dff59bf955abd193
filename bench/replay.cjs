// Turns one recorded transaction into the same transaction for other rows.
const { createHash, randomInt, randomUUID } = require('node:crypto');

const UUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g;
const RECEIPT = /M-\d{4}-[0-9A-Z]{5}-[0-9A-Z]{5}/g;
const LETTERS = '23456789BCDFGHJKLMNPQRSTVWXZ';

function sha256(text) {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function receiptNumber() {
  const five = () => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return `M-2000-${five()}-${five()}`;
}

/** Where a parameter is the SHA-256 of another, it has to be so in every replay. */
function hashesIn(values) {
  return values.map((value) =>
    typeof value === 'string' && value.length === 64
      ? values.findIndex((other) => typeof other === 'string' && sha256(other) === value)
      : -1,
  );
}

/**
 * @param recorded the statements, in order
 * @param known identifiers in them that stand for something: { [identifier]: name in the row }
 * @returns row -> statements; every other identifier and receipt number becomes a new one
 */
function template(recorded, known) {
  const lines = recorded.map((line) => ({ ...line, hashes: hashesIn(line.values) }));
  return (row) => {
    const made = new Map(Object.entries(known).map(([id, name]) => [id, row[name]]));
    const renew = (make) => (old) => {
      if (!made.has(old)) made.set(old, make());
      return made.get(old);
    };
    const fresh = (value) => {
      if (Array.isArray(value)) return value.map(fresh);
      if (typeof value !== 'string') return value;
      return value.replace(UUID, renew(randomUUID)).replace(RECEIPT, renew(receiptNumber));
    };
    return lines.map(({ name, text, values, hashes }) => {
      const filled = values.map(fresh);
      const hashed = filled.map((value, n) => (hashes[n] < 0 ? value : sha256(filled[hashes[n]])));
      return { name, text, values: hashed };
    });
  };
}

/** As the program does: one statement after the other on one connection, prepared where it does. */
async function replay(client, statements) {
  for (const { name, text, values } of statements)
    await (values.length === 0 ? client.query(text) : client.query({ name, text, values }));
}

module.exports = { template, replay };
