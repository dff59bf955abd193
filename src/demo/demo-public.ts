import { type INestApplicationContext } from '@nestjs/common';
import { AskShielding } from '../modules/publication/public';
import { Database } from '../platform/database/database';
import { type Scope } from '../platform/database/transaction';
import { type Desk } from './demo-desk';
import { type Scene } from './scene';

/**
 * What the ministry has to decide about the register on the day of the demonstration: a gift that was
 * notified the day before waits for its release, and a party asked to shield a donor.
 */
export function publicScenes(
  app: INestApplicationContext,
  desk: Desk,
  treasurer: Scope,
  donorOf: () => string,
): readonly Scene[] {
  const notify = async (): Promise<void> => {
    const donor = await desk.person('D. Brink', 'Deventer');
    await desk.gift(donor, '2025-10-20', 15_000);
    await desk.notify(donor);
  };
  const ask = (): Promise<unknown> =>
    app.get(Database).inTransaction(treasurer, (tx) =>
      app.get(AskShielding).run(tx, {
        donorId: donorOf(),
        uboName: null,
        reason: 'De gever wordt bedreigd en deed daarvan aangifte.',
        actorName: 'Daan Dorpsman',
      }),
    );
  return [
    { day: '2025-10-21', play: ask },
    { day: '2025-10-22', play: notify },
  ];
}
