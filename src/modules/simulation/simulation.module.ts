import { Module } from '@nestjs/common';
import { AskSimulation, ThrowAwaySimulation } from './application/simulations';
import { SimulateHandler } from './jobs/simulate.job';

const VERBS = [AskSimulation, ThrowAwaySimulation];

@Module({
  providers: [...VERBS, SimulateHandler],
  exports: VERBS,
})
export class SimulationModule {}
