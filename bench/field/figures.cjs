// What is asked of the full field, each with the bare SQL that gives the same rows, where one
// statement does.

const NEWEST = `select * from register.publication where shown
  order by received_on desc nulls last, id desc limit 51`;

/** The page after this one, as its answer says. */
async function nextOf(ask, path) {
  const next = JSON.parse(await ask(path))._links?.next?.href;
  if (next === undefined) throw new Error(`${path} has no next page`);
  return next.replace(/^https?:\/\/[^/]+/, '');
}

/** [{ name, path, bare }]; bare is null where the program asks several things at once. */
async function figures(client, ask) {
  const { rows } = await client.query(
    `select p.public_id as gift, p.donor_public_id as donor from register.publication p
      where p.party_slug = 'partij-1' order by id limit 1`,
  );
  const [{ gift, donor }] = rows;
  const deep = await nextOf(ask, '/v1/public/gifts?until=2018-06-30');
  const deepOfParty = await nextOf(ask, '/v1/public/gifts?party=partij-1&until=2018-06-30');
  return [
    { name: 'public list', path: '/v1/public/gifts', bare: NEWEST },
    { name: 'deep page', path: deep, bare: NEWEST },
    { name: 'deep page of a party', path: deepOfParty, bare: null },
    { name: 'by amount', path: '/v1/public/gifts?sort=amount', bare: null },
    { name: 'by name', path: '/v1/public/gifts?text=terpstra%20zwolle', bare: null },
    { name: 'by a rare name', path: '/v1/public/gifts?text=12345', bare: null },
    { name: 'page: register', path: '/register', bare: null },
    { name: 'page: found by name', path: '/register?zoek=terpstra+zwolle', bare: null },
    { name: 'page: parties', path: '/register/partijen', bare: null },
    { name: 'page: party', path: '/register/partijen/partij-1', bare: null },
    { name: 'page: donor', path: `/register/gevers/${donor}`, bare: null },
    { name: 'page: gift', path: `/register/giften/${gift}`, bare: null },
    { name: 'page: changes', path: '/register/wijzigingen', bare: null },
    { name: 'page: figures of a year', path: '/register/jaren/2025', bare: null },
    { name: 'staff: queue', path: '/toezicht', bare: null },
    { name: 'staff: dashboard', path: '/toezicht/cijfers', bare: null },
    { name: 'staff: of a party', path: '/toezicht/cijfers/partij-1', bare: null },
    { name: 'staff: rows', path: '/toezicht/cijfers/rijen?jaar=2025', bare: null },
    { name: 'staff: signals', path: '/toezicht/signalen', bare: null },
    { name: 'staff: search a name', path: '/toezicht/zoeken?q=terpstra+zwolle', bare: null },
    { name: 'staff: search an amount', path: '/toezicht/zoeken?q=10.000', bare: null },
    { name: 'staff: search a day', path: '/toezicht/zoeken?q=5+maart+2025', bare: null },
    { name: 'staff: network', path: '/toezicht/netwerk', bare: null },
  ];
}

module.exports = { figures };
