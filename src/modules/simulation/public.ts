export {
  AskSimulation,
  type AskedSimulation,
  readSimulation,
  type SimulationResult,
  ThrowAwaySimulation,
} from './application/simulations';
export { type Definition } from './judging/definition';
export { SimulationModule } from './simulation.module';
