// Keeps the SQL of one request: every statement with its parameters, as `pg` got it.
const { randomUUID } = require('node:crypto');
const { Client } = require('pg');

function statementOf(asked, values) {
  if (typeof asked === 'string')
    return { text: asked, values: Array.isArray(values) ? values : [] };
  return { name: asked.name, text: asked.text, values: asked.values ?? [] };
}

const query = Client.prototype.query;
let lines = null;

Client.prototype.query = function recorded(text, values, ...rest) {
  if (lines !== null) lines.push({ user: this.user, ...statementOf(text, values) });
  return query.call(this, text, values, ...rest);
};

/** @returns the transaction of the application role, and what the request was about. */
async function recordRequest(url, path, donor, body) {
  lines = [];
  try {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${donor.token}`,
        'idempotency-key': randomUUID(),
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (response.status !== 201) throw new Error(`${path}: ${String(response.status)} ${text}`);
    const statements = lines.filter(({ user }) => user === 'partijgiften_app');
    if (!/^start transaction$/i.test(statements[0]?.text) || statements.at(-1).text !== 'COMMIT')
      throw new Error(`${path}: not one transaction of the application was recorded`);
    return { statements, donor, answer: JSON.parse(text) };
  } finally {
    lines = null;
  }
}

module.exports = { recordRequest };
