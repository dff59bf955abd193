import { type INestApplicationContext } from '@nestjs/common';
import { euro } from '../legal/kernel/euro-cents';
import { plainDate } from '../legal/kernel/plain-date';
import { CallElection, readElections } from '../modules/elections/public';
import { Database } from '../platform/database/database';
import { type Desk } from './demo-desk';
import { Office } from './demo-office';
import { type DemoParties, type DemoParty } from './demo-parties';
import { type DemoPeople } from './demo-people';
import { type Scene } from './scene';

/** The elections of 2023 and 2025 as the overseer enters them; the days are real. */
export function electionScenes(
  app: INestApplicationContext,
  { overseer }: DemoPeople,
): readonly Scene[] {
  const call = (
    pollingDay: string,
    nominationDay: string,
    party: number,
    candidate: number | null,
    source: string,
  ): Promise<unknown> =>
    app.get(Database).inTransaction(overseer, (tx) =>
      app.get(CallElection).run(tx, {
        name: null,
        pollingDay: plainDate(pollingDay),
        nominationDay: plainDate(nominationDay),
        thresholds: {
          party: { value: euro(party), source },
          candidate: candidate === null ? null : { value: euro(candidate), source },
        },
        reason: 'Ingevoerd voor de demonstratie',
      }),
    );
  return [
    {
      day: '2025-01-06',
      play: () =>
        call('2023-11-22', '2023-10-09', 4_500, null, 'Rijksoverheid.nl, 15 november 2023'),
    },
    {
      day: '2025-06-16',
      play: () =>
        call('2025-10-29', '2025-09-15', 1_000, 767.12, 'Accountancy Vanmorgen, 28 oktober 2025'),
    },
  ];
}

/** What the groups file: in time, late, with none, partly or not at all. */
export function filingScenes(
  app: INestApplicationContext,
  parties: DemoParties,
  people: DemoPeople,
  desk: Desk,
): readonly Scene[] {
  const { treasurer, board, accountant } = people;
  const office = new Office(app, parties.polder, { treasurer, board, accountant });
  return [
    ...annualScenes(office, parties.polder, desk),
    ...othersScenes(app, parties, people),
    ...preElectionScenes(app, parties, people, office),
  ];
}

/** A complete annual report over 2024 with its affiliates, and the correction of a gift forgotten. */
function annualScenes(office: Office, polder: DemoParty, desk: Desk): readonly Scene[] {
  let annual = '';
  const audited = { audited: true };
  const forgotten = async (): Promise<void> => {
    await desk.gift(await desk.person('A. van den Akker', 'Rutten'), '2024-11-18', 1_250);
  };
  const report = async (): Promise<void> => {
    annual = await office.file(`annual_report:2024:${polder.party}`, audited);
  };
  return [
    {
      day: '2025-01-09',
      play: () => office.debt(polder.party, 'Voorbeeldbank N.V.', 60_000, '2024-02-01'),
    },
    {
      day: '2025-06-18',
      play: () => office.file(`affiliate_overview:2024:${polder.institute}`, audited),
    },
    {
      day: '2025-06-18',
      play: () => office.file(`affiliate_overview:2024:${polder.youth}`, audited),
    },
    { day: '2025-06-20', play: report },
    { day: '2025-07-08', play: forgotten },
    {
      day: '2025-07-09',
      play: () => office.correct(annual, 'Een gift van 18 november 2024 ontbrak.'),
    },
  ];
}

function secondOffice(
  app: INestApplicationContext,
  { dorp }: DemoParties,
  { treasurer2, board2, accountant2 }: DemoPeople,
): Office {
  const office = { treasurer: treasurer2, board: board2, accountant: accountant2 };
  return new Office(app, dorp, office);
}

/** Ten days late, and without the overviews of the affiliates. */
function othersScenes(
  app: INestApplicationContext,
  parties: DemoParties,
  people: DemoPeople,
): readonly Scene[] {
  const second = secondOffice(app, parties, people);
  const key = `annual_report:2024:${parties.dorp.party}`;
  return [{ day: '2025-07-10', play: () => second.file(key, { audited: true, incomplete: true }) }];
}

/** One complete, one "none" of a new association, one without its candidates; the list sends none. */
function preElectionScenes(
  app: INestApplicationContext,
  parties: DemoParties,
  people: DemoPeople,
  office: Office,
): readonly Scene[] {
  const { polder, dorp, kust } = parties;
  const { treasurer3, board3 } = people;
  const second = secondOffice(app, parties, people);
  const third = new Office(app, kust, { treasurer: treasurer3, board: board3, accountant: board3 });
  const keyOf = (kind: string, recipient: string): Promise<string> =>
    app.get(Database).inTransaction(people.overseer, async (tx) => {
      const found = (await readElections(tx)).find(({ pollingDay }) => pollingDay === '2025-10-29');
      return `${kind}:${found?.ref ?? ''}:${recipient}`;
    });
  const before = 'pre_election_overview';
  return [
    { day: '2025-10-10', play: async () => office.file(await keyOf(before, polder.party)) },
    {
      day: '2025-10-10',
      play: async () =>
        office.file(await keyOf('candidate_overview', polder.party), {
          candidate: polder.candidate,
        }),
    },
    { day: '2025-10-10', play: async () => office.nil(await keyOf(before, polder.youth)) },
    { day: '2025-10-14', play: async () => third.nil(await keyOf(before, kust.party)) },
    { day: '2025-10-15', play: async () => second.file(await keyOf(before, dorp.party)) },
  ];
}
