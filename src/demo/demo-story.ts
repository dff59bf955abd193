import { type INestApplicationContext } from '@nestjs/common';
import { DemoBank } from './demo-bank';
import { DemoCase } from './demo-case';
import { Desk } from './demo-desk';
import { electionScenes, filingScenes } from './demo-filings';
import { type DemoParties } from './demo-parties';
import { type DemoPeople } from './demo-people';
import { proofScenes } from './demo-proof';
import { publicScenes } from './demo-public';
import { playScenes, type Scene } from './scene';

/**
 * The first months of 2025 at one invented party: a company that is notified in time, monthly
 * remittances of an office-holder, an anonymous gift above the limit, a foundation that has yet to
 * name its givers, a room below its price, a donor without a declaration.
 */
function polderScenes(desk: Desk, institute: string): readonly Scene[] {
  let alderman = '';
  const remittance = (receivedOn: string): Promise<void> =>
    desk.gift(alderman, receivedOn, 850, { type: 'office_holder_remittance' });
  const january = async (): Promise<void> => {
    const regular = await desk.person('J. van der Dijk', 'Delfzijl');
    alderman = await desk.person('W. Waterman', 'Zierikzee');
    await desk.gift(regular, '2024-05-06', 2_400);
    await desk.gift(regular, '2025-01-06', 600);
    await remittance('2025-01-06');
  };
  const february = async (): Promise<void> => {
    await desk.gift(await desk.anonymous(), '2025-02-10', 400);
    await remittance('2025-02-10');
  };
  const march = async (): Promise<void> => {
    const company = await desk.organisation(
      'legal_person',
      'Sluis & Zonen B.V.',
      'Terneuzen',
      'A. Sluis',
    );
    await desk.gift(company, '2025-03-03', 25_000);
    await desk.notify(company);
  };
  const spring = async (): Promise<void> => {
    const hall = await desk.organisation('undertaking', 'Zaal De Terp', 'Hogebeintum', 'F. Terp');
    await desk.room(hall, '2025-03-15', 900, 250);
    const foundation = await desk.organisation(
      'foundation',
      'Stichting Kaplaarzen',
      'Urk',
      'L. Laars',
    );
    await desk.gift(foundation, '2025-03-19', 1_500, { recipient: institute });
  };
  const april = async (): Promise<void> => {
    await desk.gift(await desk.person('K. Nieuwland', 'Lelystad', false), '2025-04-09', 1_200);
    // Entered a second time by mistake, at the same address: to be found among the doubles.
    await desk.person('Waterman, W.', 'Zierikzee', false, 'W. Waterman');
    await remittance('2025-04-09');
  };
  return [
    { day: '2025-01-08', play: january },
    { day: '2025-02-11', play: february },
    { day: '2025-03-05', play: march },
    { day: '2025-03-20', play: spring },
    { day: '2025-04-10', play: april },
  ];
}

/** Invented parties, officials and committee members in the year of an election. */
export async function tellDemoStory(
  app: INestApplicationContext,
  parties: DemoParties,
  people: DemoPeople,
): Promise<void> {
  const { polder, dorp } = parties;
  const desk = new Desk(app, polder, people.treasurer);
  const other = new Desk(app, dorp, people.treasurer2);
  let forgotten = '';
  const forget = async (): Promise<void> => {
    forgotten = await other.organisation(
      'legal_person',
      'Kade & Kraan B.V.',
      'Deventer',
      'K. Kraan',
    );
    await other.gift(forgotten, '2025-03-07', 12_500);
  };
  let sister = '';
  const notify = async (): Promise<void> => {
    sister = await other.person('M. Markt', 'Deventer');
    await other.gift(sister, '2025-04-11', 12_500);
    await other.notify(sister);
  };
  await playScenes(app, [
    ...polderScenes(desk, polder.institute),
    { day: '2025-03-10', play: forget },
    { day: '2025-04-14', play: notify },
    ...electionScenes(app, people),
    ...filingScenes(app, parties, people, desk),
    ...new DemoBank(app, polder, people.treasurer).scenes(),
    ...proofScenes(app, people.treasurer),
    ...new DemoCase(app, people, () => forgotten).scenes(),
    ...publicScenes(app, other, people.treasurer2, () => sister),
  ]);
}
