import { Module } from '@nestjs/common';
import { AskSimulation, ThrowAwaySimulation } from './application/simulations';
import { SimulateHandler } from './jobs/simulate.job';
import { SimulationForms } from './web/simulation-forms';
import { SimulationPages } from './web/simulation.pages';

const VERBS = [AskSimulation, ThrowAwaySimulation];

@Module({
  controllers: [SimulationPages],
  providers: [...VERBS, SimulateHandler, SimulationForms],
  exports: VERBS,
})
export class SimulationModule {}
