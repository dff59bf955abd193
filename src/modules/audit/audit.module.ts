import { Module } from '@nestjs/common';
import { type Config, CONFIG } from '../../platform/config/config';
import { auditFolderFor } from './application/open-log';
import { AUDIT_FOLDER, SealAudit } from './application/seal-audit';
import { Sealing } from './jobs/sealing';

@Module({
  providers: [
    {
      provide: AUDIT_FOLDER,
      inject: [CONFIG],
      useFactory: (config: Config) => auditFolderFor(config),
    },
    SealAudit,
    Sealing,
  ],
  exports: [SealAudit],
})
export class AuditModule {}
