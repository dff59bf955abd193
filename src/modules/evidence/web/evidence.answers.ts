import { EVIDENCE_CODES } from '../../../legal/evidence/requirement';
import {
  AnswerCents,
  AnswerDay,
  AnswerFlag,
  AnswerId,
  AnswerList,
  AnswerMoment,
  AnswerNumber,
  AnswerPart,
  AnswerText,
  AnswerWord,
  LinksAnswer,
} from '../../../platform/http/answers';
import { ATTACHABLE } from '../application/attach-evidence';
import { EVIDENCE_MEDIA } from '../application/evidence-file';
import { REQUEST_STATES } from '../application/read-requests';

export const SUBJECT_KINDS = ['contribution', 'donor', 'settlement'] as const;

class EvidenceSubjectAnswer {
  @AnswerWord(SUBJECT_KINDS)
  readonly kind!: string;

  @AnswerId()
  readonly id!: string;
}

export class AttachedEvidenceAnswer {
  @AnswerId()
  readonly evidenceId!: string;

  @AnswerText('9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08')
  readonly sha256!: string;

  @AnswerList(() => EvidenceSubjectAnswer, {
    description: 'Other places where these very bytes are attached already.',
  })
  readonly alsoAt!: readonly EvidenceSubjectAnswer[];
}

/** An attached file; its bytes are a download of their own. */
export class EvidenceFileAnswer {
  @AnswerId()
  readonly id!: string;

  @AnswerWord(SUBJECT_KINDS)
  readonly subjectKind!: string;

  @AnswerId()
  readonly subjectId!: string;

  @AnswerWord(ATTACHABLE)
  readonly code!: string;

  @AnswerText('taxatie.pdf')
  readonly name!: string;

  @AnswerText('Valuation of the room', { nullable: true })
  readonly note!: string | null;

  @AnswerWord(EVIDENCE_MEDIA)
  readonly mediaType!: string;

  @AnswerNumber(34_000)
  readonly sizeBytes!: number;

  @AnswerText('9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08')
  readonly sha256!: string;

  @AnswerMoment()
  readonly attachedAt!: string;

  @AnswerText('3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c11')
  readonly attachedBy!: string;

  @AnswerFlag({ description: 'The overseer reads it, as part of what was filed.' })
  readonly filed!: boolean;

  @AnswerFlag({ description: 'The overseer reads it, because the party shares it.' })
  readonly shared!: boolean;

  @AnswerMoment({ nullable: true })
  readonly removedAt!: string | null;

  @AnswerText('Wrong file', { nullable: true })
  readonly removalReason!: string | null;
}

export class EvidenceFilesAnswer {
  @AnswerList(() => EvidenceFileAnswer)
  readonly items!: readonly EvidenceFileAnswer[];
}

/** What was asked of a donor. The e-mail address is never given out. */
export class EvidenceRequestAnswer {
  @AnswerId()
  readonly id!: string;

  @AnswerWord(['declaration', 'look_through'])
  readonly kind!: string;

  @AnswerWord(REQUEST_STATES)
  readonly state!: string;

  @AnswerId()
  readonly donorId!: string;

  @AnswerId()
  readonly contributionId!: string;

  @AnswerCents()
  readonly amount!: number;

  @AnswerDay()
  readonly receivedOn!: string;

  @AnswerMoment()
  readonly askedAt!: string;

  @AnswerDay({ description: 'The last day on which the link works.' })
  readonly lastDay!: string;

  @AnswerMoment({ nullable: true })
  readonly remindedAt!: string | null;

  @AnswerMoment({ nullable: true })
  readonly openedAt!: string | null;

  @AnswerMoment({ nullable: true })
  readonly answeredAt!: string | null;

  @AnswerText('G-2025-7KQ3X-9TB2M', { nullable: true })
  readonly number!: string | null;
}

export class EvidenceRequestsAnswer {
  @AnswerList(() => EvidenceRequestAnswer)
  readonly items!: readonly EvidenceRequestAnswer[];

  @AnswerPart(() => LinksAnswer)
  readonly _links!: LinksAnswer;
}

/** A proof that is still wanted. */
export class MissingProofAnswer {
  @AnswerWord(EVIDENCE_CODES)
  readonly code!: string;

  @AnswerText('Wfpp art. 22')
  readonly article!: string;

  @AnswerWord(['required', 'advisable'], {
    description: 'advisable: no article names it, but without it nobody can show the law was kept.',
  })
  readonly level!: string;

  @AnswerWord(SUBJECT_KINDS)
  readonly subjectKind!: string;

  @AnswerId()
  readonly subjectId!: string;

  @AnswerFlag({ description: 'It was asked of the donor by a link, and is not answered.' })
  readonly requestOpen!: boolean;
}
