import { Module } from '@nestjs/common';
import { DonorsModule } from '../donors/public';
import { DonorLinks } from './application/answer-link';
import { AttachEvidence, DiscloseEvidence, RemoveEvidence } from './application/attach-evidence';
import { RecordAnswer } from './application/record-answer';
import {
  RemindDonor,
  RequestFromDonor,
  SendLink,
  WithdrawRequest,
} from './application/request-from-donor';
import { EvidenceAnsweredHandler, EvidenceRequestOverHandler } from './jobs/request.jobs';
import { EvidenceFileForms } from './web/evidence-file-forms';
import { EvidenceForms } from './web/evidence-forms';
import { EvidenceRequestsController } from './web/evidence-requests.controller';
import { EvidenceController } from './web/evidence.controller';
import { EvidenceFilePages, EvidencePages } from './web/evidence.pages';
import { LinkForms } from './web/link-forms';
import { LinkPages } from './web/link.pages';
import { OversightEvidencePages } from './web/oversight.pages';
import { RequestForms } from './web/request-forms';
import { RequestPages } from './web/request.pages';

const VERBS = [
  AttachEvidence,
  DiscloseEvidence,
  DonorLinks,
  RecordAnswer,
  RemindDonor,
  RemoveEvidence,
  RequestFromDonor,
  SendLink,
  WithdrawRequest,
];

@Module({
  imports: [DonorsModule],
  controllers: [
    EvidenceController,
    EvidenceRequestsController,
    EvidencePages,
    EvidenceFilePages,
    RequestPages,
    LinkPages,
    OversightEvidencePages,
  ],
  providers: [
    ...VERBS,
    EvidenceAnsweredHandler,
    EvidenceRequestOverHandler,
    EvidenceFileForms,
    EvidenceForms,
    LinkForms,
    RequestForms,
  ],
  exports: VERBS,
})
export class EvidenceModule {}
