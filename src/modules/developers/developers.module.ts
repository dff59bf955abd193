import { Module } from '@nestjs/common';
import { DonorsModule } from '../donors/public';
import { IdentityModule } from '../identity/public';
import { PartiesModule } from '../parties/public';
import { OpenSandbox } from './application/open-sandbox';
import { ConformanceController } from './web/conformance.controller';
import { DeveloperPages } from './web/developers.pages';

@Module({
  imports: [DonorsModule, IdentityModule, PartiesModule],
  controllers: [ConformanceController, DeveloperPages],
  providers: [OpenSandbox],
  exports: [OpenSandbox],
})
export class DevelopersModule {}
