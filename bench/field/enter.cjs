// An overseer of the bench: an account, a token, and a session as a browser would get it.
const { built } = require('../stage.cjs');

const EMAIL = 'toezichthouder@meting.example';
const PASSWORD = 'Vijf paarden en drie appels';

async function prepare(app) {
  const identity = built('modules/identity/public');
  const totpSecret = identity.newTotpSecret();
  const accountId = await app.get(identity.RegisterAccount).run({
    ...{ email: EMAIL, name: 'Toezichthouder', password: PASSWORD, totpSecret },
  });
  const given = { accountId, role: 'overseer', tenantId: null, organisation: null };
  const assignmentId = await app.get(identity.AssignRole).run({ ...given, from: '2020-01-01' });
  const { scopesOf } = built('platform/http/authority');
  const scopes = scopesOf(built('authority').AUTHORITY, 'overseer');
  const { token } = await app.get(identity.IssueToken).run({ assignmentId, name: 'Bench', scopes });
  return { token, totpSecret };
}

/** The cookies known and those of this answer; the newest of a name counts. */
function cookieOf(answer, known) {
  const all = [...known.split('; '), ...answer.headers.getSetCookie().map((c) => c.split(';')[0])];
  const named = new Map(all.filter((c) => c !== '').map((c) => [c.split('=')[0], c]));
  return [...named.values()].join('; ');
}

async function signIn(port, { totpSecret }) {
  const { generate } = require('otplib');
  const at = (path) => `http://127.0.0.1:${String(port)}${path}`;
  const page = await fetch(at('/aanmelden'));
  let cookie = cookieOf(page, '');
  const csrf = /name="_csrf" value="([^"]+)"/.exec(await page.text())[1];
  const send = async (path, fields) => {
    const answer = await fetch(at(path), {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ...fields, _csrf: csrf }),
    });
    if (answer.status !== 303) throw new Error(`${path} answered ${String(answer.status)}`);
    cookie = cookieOf(answer, cookie);
  };
  await send('/aanmelden', { email: EMAIL, password: PASSWORD });
  await send('/aanmelden/code', { code: await generate({ secret: totpSecret }) });
  return cookie;
}

module.exports = { enter: { prepare, signIn } };
