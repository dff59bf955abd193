import { ClockGuard, type ClockReading } from '../../src/platform/deadlines/clock-guard';

describe('The clock guard', () => {
  const HOUR = 3_600_000;
  const at = (
    second: number,
    more: { postgres?: number; machine?: number } = {},
  ): ClockReading => ({
    postgres: second * 1000 + (more.postgres ?? 0),
    machine: second * 1000 + (more.machine ?? 0),
    steady: 5000 + second * 1000,
  });

  it.each([
    ['PostgreSQL jumps an hour ahead', { postgres: HOUR }],
    ['this machine jumps an hour back', { machine: -HOUR }],
    ['both jump an hour ahead, as on one machine', { postgres: HOUR, machine: HOUR }],
  ])('holds firing when %s', (_what, jump) => {
    const guard = new ClockGuard();
    guard.judge(at(0));
    guard.judge(at(1));
    expect(guard.heldBecause).toBeNull();
    guard.judge(at(2, jump));
    expect(guard.heldBecause).toMatch(/-?3600 s/);
    expect(guard.latestPlausible(7000)).toBeNull();
  });

  it('lets go after a minute in which nothing jumped', () => {
    const guard = new ClockGuard();
    guard.judge(at(0));
    const jumped = { postgres: HOUR, machine: HOUR };
    guard.judge(at(1, jumped));
    for (let second = 2; second <= 60; second += 1) guard.judge(at(second, jumped));
    expect(guard.heldBecause).not.toBeNull();
    guard.judge(at(61, jumped));
    expect(guard.heldBecause).toBeNull();
  });

  it('accepts a pause of the program and a difference of 20 seconds', () => {
    const guard = new ClockGuard();
    guard.judge(at(0, { postgres: 20_000 }));
    guard.judge(at(600, { postgres: 20_000 }));
    expect(guard.heldBecause).toBeNull();
  });
});
