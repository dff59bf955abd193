export { DevelopersModule } from './developers.module';
