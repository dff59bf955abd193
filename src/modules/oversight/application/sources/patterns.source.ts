import { openSignals } from '../../../signals/public';
import { type WorkRow, type WorkSource } from '../work-source';

/** Patterns worth a look: never an accusation, and nothing runs out. */
export const patterns: WorkSource = {
  name: 'patterns',
  kinds: ['patterns'],
  watches: ['insight.signal'],
  maxAgeMinutes: 5,
  async find(tx): Promise<readonly WorkRow[]> {
    const signals = await openSignals(tx);
    return signals.map(({ id, ...signal }) => ({
      ...signal,
      ref: id,
      severity: null,
      number: null,
      turn: 'overseer',
    }));
  },
};
