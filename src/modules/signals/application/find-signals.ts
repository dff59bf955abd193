import { addDays, plainDate } from '../../../legal/kernel/plain-date';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { readElections } from '../../elections/public';
import { circleKey, circleScopes, decisionScopes, donorScopes } from '../detectors/assemble';
import { type DonorFact, type GiftFact } from '../detectors/facts';
import { type FoundSignal, judgeScope, type SettingsByCode } from '../detectors/judge';
import { type DecisionDay, decisionDays } from '../persistence/choice.store';
import {
  type CircleRecord,
  circlesOf,
  donorsByIds,
  giftsOfDonors,
  monthsOfParty,
  namesOfGroups,
  noticesOfParty,
} from '../persistence/facts.query';
import { standingScopesOf, storeSignals } from '../persistence/signal.store';
import { kindSettings, settingsByCode } from './settings';

/** What the overseer set and entered, and the days all parties know: read once for a piece of work. */
export interface LookingFor {
  readonly settings: SettingsByCode;
  readonly decisions: readonly DecisionDay[];
  readonly pollingDays: readonly PlainDate[];
}

export async function readLookingFor(tx: Transaction): Promise<LookingFor> {
  const settings = settingsByCode(await kindSettings(tx));
  const decisions = await decisionDays(tx, { standing: true });
  const elections = await readElections(tx);
  return { settings, decisions, pollingDays: elections.map(({ pollingDay }) => pollingDay) };
}

/** 'circle:ubo:jansen|utrecht' as kind and value. */
function circleOf(scope: string): { kind: string; value: string }[] {
  const match = /^circle:([a-z]+):(.*)$/su.exec(scope);
  const [, kind, value] = match ?? [];
  return kind === undefined || value === undefined ? [] : [{ kind, value }];
}

interface Neighbourhood {
  readonly donors: readonly DonorFact[];
  readonly gifts: readonly GiftFact[];
  readonly circles: readonly CircleRecord[];
  readonly before: readonly string[];
}

/** These donors, those they are tied to, and everything all of them gave. */
async function neighbourhoodOf(
  tx: Transaction,
  donorIds: readonly string[],
  onlyFirst: boolean,
): Promise<Neighbourhood> {
  const before = await standingScopesOf(tx, donorIds);
  const also = onlyFirst ? [] : before.flatMap(circleOf);
  const circles = await circlesOf(tx, { donorIds, also, onlyFirst });
  const all = [...new Set([...donorIds, ...circles.flatMap((circle) => circle.donorIds)])];
  const donors = await donorsByIds(tx, all);
  const gifts = await giftsOfDonors(tx, all);
  return { donors, gifts, circles, before };
}

async function foundAmong(
  tx: Transaction,
  around: Neighbourhood,
  donorIds: readonly string[],
  looking: LookingFor,
): Promise<{ readonly scopes: readonly string[]; readonly found: readonly FoundSignal[] }> {
  const own = new Set(donorIds);
  const wanted = new Set(around.circles.map(({ kind, value }) => circleKey(kind, value)));
  const partyIds = [...new Set(around.gifts.map(({ partyId }) => partyId))];
  const names = await namesOfGroups(tx, partyIds);
  const ofOwn = around.donors.filter(({ id }) => own.has(id));
  const donors = donorScopes(ofOwn, around.gifts, names);
  const circles = circleScopes(around.donors, around.gifts).filter(({ key }) => wanted.has(key));
  const decisions = donors.flatMap(({ donor, gifts }) =>
    decisionScopes(looking.decisions, gifts, donor.id),
  );
  const { settings } = looking;
  return {
    scopes: [...donors, ...circles, ...decisions].map(({ key }) => key),
    found: [
      ...donors.flatMap((scope) => judgeScope('donor', scope, settings, tx.today)),
      ...circles.flatMap((scope) => judgeScope('circle', scope, settings, tx.today)),
      ...decisions.flatMap((scope) => judgeScope('decision', scope, settings, tx.today)),
    ],
  };
}

/**
 * Looks for patterns around these donors and stores the difference. Costs what they and those they
 * are tied to gave; nothing else is read.
 *
 * @param everybody true in a run over all donors: a circle is judged with its first member only.
 * @returns how many signals stand.
 */
export async function findForDonors(
  tx: Transaction,
  donorIds: readonly string[],
  looking: LookingFor,
  everybody = false,
): Promise<number> {
  if (donorIds.length === 0) return 0;
  const around = await neighbourhoodOf(tx, donorIds, everybody);
  const { scopes, found } = await foundAmong(tx, around, donorIds, looking);
  const looked = new Set(scopes);
  // In a run over everybody a circle that is judged with another member is left to that member.
  const elsewhere = (scope: string): boolean =>
    everybody && scope.startsWith('circle:') && !looked.has(scope);
  const gone = around.before.filter((scope) => !elsewhere(scope));
  const { standing } = await storeSignals(tx, [...new Set([...scopes, ...gone])], found);
  return standing;
}

/** "Before 1 July" (art. 25), and two weeks before each polling day (art. 28). */
function termsOf(today: PlainDate, pollingDays: readonly PlainDate[]): readonly PlainDate[] {
  const year = Number(today.slice(0, 4));
  const annual = [year - 2, year - 1, year, year + 1].map((one) => plainDate(`${one}-06-30`));
  return [...annual, ...pollingDays.map((polling) => addDays(polling, -14))].toSorted();
}

/** The patterns in how these parties file and in their months. Gives how many stand. */
export async function findForParties(
  tx: Transaction,
  partyIds: readonly string[],
  { settings, pollingDays }: LookingFor,
): Promise<number> {
  const terms = termsOf(tx.today, pollingDays);
  const found: FoundSignal[] = [];
  for (const partyId of partyIds) {
    const months = await monthsOfParty(tx, partyId);
    const notices = await noticesOfParty(tx, partyId);
    const facts = { key: `party:${partyId}`, partyId, months, notices, terms, pollingDays };
    found.push(...judgeScope('party', facts, settings, tx.today));
  }
  const scopes = partyIds.map((id) => `party:${id}`);
  const { standing } = await storeSignals(tx, scopes, found);
  return standing;
}
