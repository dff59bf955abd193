export { DevelopersModule } from './developers.module';
export { OpenSandbox, SANDBOX_NAME } from './application/open-sandbox';
