import { join } from 'node:path';
import { type DynamicModule, Module } from '@nestjs/common';
import { AUTHORITY } from './authority';
import { DemoClockPages } from './demo/demo-clock.pages';
import { AuditModule } from './modules/audit/public';
import { ContributionsModule } from './modules/contributions/public';
import { CorrespondenceModule } from './modules/correspondence/public';
import { DebtsModule } from './modules/debts/public';
import { DeskModule } from './modules/desk/public';
import { DevelopersModule } from './modules/developers/public';
import { DonorsModule } from './modules/donors/public';
import { ElectionsModule } from './modules/elections/public';
import { EnforcementModule } from './modules/enforcement/public';
import { EvidenceModule } from './modules/evidence/public';
import { ExpectationsModule } from './modules/expectations/public';
import { FilingsModule } from './modules/filings/public';
import { IdentityModule } from './modules/identity/public';
import { ImportsModule } from './modules/imports/public';
import { InsightModule } from './modules/insight/public';
import { JudgementsModule } from './modules/judgements/public';
import { NetworkModule } from './modules/network/public';
import { NoticesModule } from './modules/notices/public';
import { OpenDataModule } from './modules/open-data/public';
import { OversightModule } from './modules/oversight/public';
import { PartiesModule } from './modules/parties/public';
import { PublicationModule } from './modules/publication/public';
import { ReferenceModule } from './modules/reference/public';
import { RegisterModule } from './modules/register/public';
import { RemediesModule } from './modules/remedies/public';
import { SearchModule } from './modules/search/public';
import { SignalsModule } from './modules/signals/public';
import { SimulationModule } from './modules/simulation/public';
import { SiteModule } from './modules/site/public';
import { StatementsModule } from './modules/statements/public';
import { TipsModule } from './modules/tips/public';
import { WebhooksModule } from './modules/webhooks/public';
import { type Config, CONFIG } from './platform/config/config';
import { stateFolder } from './platform/embedded-postgres/state-folder';
import { HttpModule } from './platform/http/http.module';
import { SmtpMailer } from './platform/outbox/smtp-mailer';
import { DraftsModule } from './platform/drafts/public';
import { PlatformModule } from './platform/platform.module';
import { type Runtime } from './platform/process/runtime';
import { RenderingModule } from './platform/rendering/rendering.module';
import { WorkerModule } from './platform/worker/public';

/** From low to high: what stands lower knows nothing of what stands higher. */
const MODULES = [
  AuditModule,
  IdentityModule,
  CorrespondenceModule,
  WebhooksModule,
  ReferenceModule,
  PartiesModule,
  DonorsModule,
  ElectionsModule,
  EvidenceModule,
  JudgementsModule,
  ContributionsModule,
  ExpectationsModule,
  DebtsModule,
  NoticesModule,
  RemediesModule,
  StatementsModule,
  FilingsModule,
  ImportsModule,
  EnforcementModule,
  // Before the lists of a year, which stand at /register/:year.
  SiteModule,
  RegisterModule,
  InsightModule,
  PublicationModule,
  SignalsModule,
  NetworkModule,
  SimulationModule,
  TipsModule,
  OpenDataModule,
  SearchModule,
  OversightModule,
  DeskModule,
  DevelopersModule,
] as const;

/** The application: the platform, and every module on it. */
@Module({})
export class AppModule {
  static register(runtime: Runtime): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.register(runtime),
        RenderingModule,
        HttpModule.register(AUTHORITY),
        DraftsModule,
        WorkerModule.registerAsync({
          inject: [CONFIG],
          useFactory: ({ worker, redisUrl, stateDir, smtpUrl, mailFrom }: Config) => ({
            worker,
            redisUrl,
            mail:
              smtpUrl === null
                ? { folder: join(stateFolder(stateDir), 'outbox'), sender: mailFrom }
                : new SmtpMailer(smtpUrl, mailFrom),
          }),
        }),
        ...MODULES,
      ],
      controllers: [DemoClockPages],
    };
  }
}
