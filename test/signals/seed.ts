import { type TestDatabase } from '../support/database';
import { type World } from './world';

/** A world as rows of schema insight: its donors, ties and gifts, by bulk SQL. */
export async function seedWorld(test: TestDatabase, world: World): Promise<void> {
  const parties = [...world.parties].map(([id, [name = 'Partij']]) => ({ id, name }));
  await test.ownerQuery(
    `insert into insight.party (id, slug, name, short_name, list_name)
     select p.id, 'p-' || p.id, p.name, p.name, p.id::text
       from jsonb_to_recordset($1::jsonb) as p (id uuid, name text) on conflict do nothing`,
    [JSON.stringify(parties)],
  );
  await test.ownerQuery(
    `insert into insight.donor (id, public_id, key, kind, name, residence)
     select d.id, 'D-' || upper(left(replace(d.id::text, '-', ''), 10)), d.id::text, d.kind, d.name,
            split_part(d."ownerKey", '|', 2)
       from jsonb_to_recordset($1::jsonb) as d (id uuid, kind text, name text, "ownerKey" text)`,
    [JSON.stringify(world.donors)],
  );
  const traits = world.donors.flatMap(({ id, traits: own }) =>
    own.map((trait) => ({ ...trait, id })),
  );
  await test.ownerQuery(
    `insert into insight.donor_trait (donor_id, kind, value, label, since)
     select t.id, t.kind,
            case when t.kind in ('ubo', 'address') then
              core.search_key(split_part(t.value, '|', 1)) || '|' ||
              core.search_key(split_part(t.value, '|', 2))
            when t.kind = 'name' then core.search_key(t.value) else t.value end,
            t.label, t.since
       from jsonb_to_recordset($1::jsonb) as t (id uuid, kind text, value text, label text, since date)`,
    [JSON.stringify(traits)],
  );
  await seedGifts(test, world, world.gifts);
}

/** Only these gifts: for what comes later. */
export async function seedGifts(
  test: TestDatabase,
  world: World,
  gifts: World['gifts'],
): Promise<void> {
  const notices = new Map(
    [...world.notices.values()].flat().map((notice) => [notice.giftKey, notice]),
  );
  const rows = gifts.map((gift) => {
    const notice = notices.get(gift.key);
    return { ...gift, lastDay: notice?.lastDay ?? null, filedOn: notice?.filedOn ?? null };
  });
  await test.ownerQuery(
    `insert into insight.gift (party_id, key, line, source, donor_id, recipient_name,
       recipient_kind, type, form, year, received_on, amount_cents, returned_cents, grounds,
       enforced_last_day, statutory_last_day, first_filed_on)
     select g."partyId", g.key, g.line, 'list', g."donorId", g."recipientName",
            case g."recipientName" when 'party' then 'party' else 'scientific_institute' end,
            g.type, 'money', g.year, g."receivedOn", g.amount, g.returned, '{list}', g."lastDay",
            g."lastDay", g."filedOn"
       from jsonb_to_recordset($1::jsonb) as g ("partyId" uuid, key text, line text, "donorId" uuid,
         "recipientName" text, type text, year int, "receivedOn" date, amount bigint,
         returned bigint, "lastDay" date, "filedOn" date)`,
    [JSON.stringify(rows)],
  );
}
