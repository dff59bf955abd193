export { SimulationModule } from './simulation.module';
