// The field at full size: parties, donors and their gifts of ten years, invented by SQL from a
// number, so the same size gives the same rows on every machine.

const SURNAMES = `'de Vries','Jansen','van den Berg','Bakker','van Dijk','Visser','Smit','Meijer',
  'de Boer','Mulder','de Groot','Bos','Vos','Peters','Hendriks','van Leeuwen','Dekker','Brouwer',
  'de Wit','Dijkstra','Smits','de Graaf','van der Meer','van der Linden','Kok','Jacobs','de Haan',
  'Vermeulen','van den Heuvel','van der Veen','van den Broek','de Bruijn','Schouten','van Beek',
  'Willems','van Vliet','van de Ven','Hoekstra','Maas','Verhoeven','Koster','van Dam','Prins',
  'Huisman','Kuipers','Terpstra','Post','Blom','Hofman','Zijlstra'`;
const PLACES = `'Utrecht','Amsterdam','Rotterdam','Groningen','Zwolle','Arnhem','Maastricht',
  'Middelburg','Leeuwarden','Assen','Lelystad','Haarlem','Den Haag','Eindhoven','Tilburg','Breda',
  'Nijmegen','Enschede','Apeldoorn','Amersfoort'`;

/** A number between 0 and below `size`, the same for the same row and seed. */
const pick = (row, seed, size) =>
  `(abs(hashint8extended(${row}, ${String(seed)})) % ${String(size)})::int`;

/** An identifier that is always the same for the same text, in the shape of those made at random. */
const idOf = (text) =>
  `overlay(overlay(md5(${text}) placing '4' from 13) placing '8' from 17)::uuid`;

const KIND = `case when ${pick('n', 3, 20)} < 16 then 'natural_person'
  when ${pick('n', 3, 20)} < 18 then 'undertaking' when ${pick('n', 3, 20)} = 18 then 'foundation'
  else 'association' end`;

const partiesSql = ({ parties }) => `
  insert into core.organisation (tenant_id, name, short_name)
    select ${idOf("'tenant' || n")}, 'Partij ' || n, 'P' || n from generate_series(1, ${parties}) n;
  insert into insight.party (id, slug, name, short_name, tenant_id)
    select ${idOf("'party' || n")}, 'partij-' || n, 'Partij ' || n, 'P' || n,
      ${idOf("'tenant' || n")} from generate_series(1, ${parties}) n;
  insert into register.public_party (slug, name, short_name)
    select slug, name, short_name from insight.party;`;

const donorsSql = ({ donors }) => `
  create temp table names as select array[${SURNAMES}] as surnames, array[${PLACES}] as places;
  insert into insight.donor (id, public_id, key, kind, name, address, residence, country,
      trade_register_number, search_key)
    select ${idOf("'donor' || n")}, 'D-' || lpad(n::text, 10, '0'), 'field:' || n,
      d.kind, d.name, 'Straat ' || n, d.residence,
      case when ${pick('n', 7, 200)} = 0 then 'BE' else 'NL' end,
      case when d.kind = 'natural_person' then null else lpad(n::text, 8, '0') end,
      lower(regexp_replace(d.name, '[^A-Za-z0-9 ]', '', 'g')) || ' ' || lower(d.residence)
    from generate_series(1, ${donors}) n, names,
      lateral (select ${KIND} as kind, surnames[1 + ${pick('n', 1, 50)}] as surname,
        places[1 + ${pick('n', 2, 20)}] as residence) p,
      lateral (select p.kind, p.residence, case when p.kind = 'natural_person'
        then chr(65 + ${pick('n', 4, 26)}) || '.' || chr(65 + ${pick('n', 5, 26)}) || '. ' || surname
        else surname || ' ' || (array['Holding','Beheer','Fonds','Steun'])[1 + ${pick('n', 6, 4)}]
          || ' ' || n end as name) d;`;

/** Heavy just above 10,000, as the published lists are; most gifts are small. */
const AMOUNT = `case when ${pick('n', 11, 100)} < 55 then 2500 + ${pick('n', 12, 97500)}
  when ${pick('n', 11, 100)} < 80 then 100000 + ${pick('n', 12, 899999)}
  when ${pick('n', 11, 100)} < 95 then 1000000 + ${pick('n', 12, 100000)}
  else 1000000 + ${pick('n', 12, 9000000)} end`;

const giftsSql = (from, until, { parties, donors, years, lastYear }) => `
  insert into insight.gift (party_id, id, key, line, source, tenant_id, contribution_root_id,
      contribution_id, donor_id, recipient_name, recipient_kind, type, form, year, received_on,
      amount_cents, grounds, filed_in, notice_number, first_filed_on, enforced_last_day,
      statutory_last_day, donor_kind, country, place)
    select ${idOf("'party' || p.no")}, g.id, 'contribution:' || g.id, 'gift', 'filed',
      ${idOf("'tenant' || p.no")}, g.id, g.id,
      o.id,
      case when p.affiliate then 'Instituut ' || p.no else 'Partij ' || p.no end,
      case when p.affiliate then 'scientific_institute' else 'party' end,
      t.type, case when t.type = 'in_kind' then 'in_kind' else 'money' end,
      extract(year from d.day)::int, d.day, a.cents, '{filed}',
      case when a.cents >= 1000000 then '{notice}'::text[] else '{annual_overview}'::text[] end,
      case when a.cents >= 1000000 then 'M-' || n end, d.day + 1 + ${pick('n', 19, 12)}, d.day + 5,
      d.day + 3, o.kind, o.country, o.residence
    from generate_series(${from}, ${until}) n,
      lateral (select ${idOf("'gift' || n")} as id) g,
      /* One party in forty holds half of the gifts. */
      lateral (select case when ${pick('n', 15, 2)} = 0
          then 1 + ${pick('n', 16, Math.max(1, Math.floor(parties / 40)))}
          else 1 + ${pick('n', 16, parties)} end as no,
        ${pick('n', 17, 10)} = 0 as affiliate) p,
      lateral (select date '${lastYear - years + 1}-01-01'
        + ${pick('n', 13, years * 365)} as day) d,
      lateral (select ${AMOUNT} as cents) a,
      lateral (select (array['gift','gift','gift','gift','gift','gift','gift','membership_dues',
        'office_holder_remittance','in_kind'])[1 + ${pick('n', 18, 10)}] as type) t,
      insight.donor o
    where o.id = ${idOf(`'donor' || (1 + ${pick('n', 14, donors)})`)};`;

/** Made from the gifts as the product makes them: what may be published, and its first version. */
const PUBLICATIONS = (from, until) => `
  with made as (
    insert into register.publication (id, public_id, party_id, gift_key, party_slug, party_name,
        recipient_name, recipient_kind, donor_public_id, donor_kind, donor_name, donor_address,
        donor_residence, donor_country, line, type, form, year, received_on, amount_cents,
        counted_cents, filed_in, filed_on, filed_after_days, status, version, published_at,
        changed_at, change_number, search_key)
      select ${idOf("'publication' || n")}, 'G-' || lpad(n::text, 10, '0'),
        g.party_id, g.key, p.slug, p.name, g.recipient_name, g.recipient_kind, d.public_id, d.kind,
        d.name, case when d.kind = 'natural_person' then null else d.address end, d.residence,
        d.country, g.line, g.type, g.form, g.year, g.received_on, g.amount_cents, g.counted_cents,
        g.filed_in, g.first_filed_on, g.first_filed_on - g.received_on, 'published', 1,
        g.first_filed_on + time '12:00', g.first_filed_on + time '12:00', n,
        d.search_key || ' ' || lower(p.name)
      from generate_series(${from}, ${until}) n
        join insight.gift g on g.party_id is not null and g.id = ${idOf("'gift' || n")}
        join insight.party p on p.id = g.party_id join insight.donor d on d.id = g.donor_id
      returning *
  )
  insert into register.publication_version (change_number, publication_id, public_id, version,
      change, changed_at, changed_on, content)
    overriding system value
    select change_number, id, public_id, 1, 'published', published_at, published_at::date,
      jsonb_build_object('id', public_id, 'version', 1, 'status', status, 'party',
        jsonb_build_object('slug', party_slug, 'name', party_name), 'recipient',
        jsonb_build_object('name', recipient_name, 'kind', recipient_kind), 'donor',
        jsonb_build_object('id', donor_public_id, 'kind', donor_kind, 'name', donor_name,
          'address', donor_address, 'residence', donor_residence, 'country', donor_country,
          'shielding', null), 'beneficialOwners', '[]'::jsonb, 'line', line, 'type', type,
        'form', form, 'year', year, 'receivedOn', received_on, 'amount',
        to_char(amount_cents / 100.0, 'FM9999999990.00'), 'returned', '0.00', 'counted',
        to_char(counted_cents / 100.0, 'FM9999999990.00'), 'filedIn', to_jsonb(filed_in),
        'filedOn', filed_on, 'filedAfterDays', filed_after_days, 'remark', remark,
        'publishedAt', published_at, 'changedAt', changed_at)::text
    from made;`;

const AT_ONCE = 250_000;

/**
 * Fills an empty, migrated database.
 * @param client a connection of a superuser
 * @param size { gifts, parties, donors, years, lastYear }
 * @param tell what is said on the way
 */
async function fillField(client, size, tell = () => undefined) {
  await client.query("set synchronous_commit = off; set app.actor = 'bench'");
  await client.query("set maintenance_work_mem = '512MB'; set work_mem = '256MB'");
  await client.query(partiesSql(size));
  await client.query(donorsSql(size));
  await client.query(`create index field_gift on insight.gift (id);
    alter table insight.gift disable trigger user;
    alter table insight.gift enable trigger ties_after_insert`);
  for (let from = 1; from <= size.gifts; from += AT_ONCE) {
    const until = Math.min(size.gifts, from + AT_ONCE - 1);
    await client.query(giftsSql(from, until, size));
    await client.query(PUBLICATIONS(from, until));
    tell(`${String(until)} gifts`);
  }
  await client.query('drop index insight.field_gift; alter table insight.gift enable trigger user');
  await client.query('analyze; select insight.recount()');
  await client.query(`select setval(pg_get_serial_sequence('register.publication_version',
    'change_number'), ${String(size.gifts)})`);
  await client.query('vacuum (analyze)');
}

module.exports = { fillField };
