import { ApiProperty } from '@nestjs/swagger';
import {
  AnswerCodes,
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

const SHA256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const NUMBER = 'V-2025-7KQ3X-9TB2M';
const KEY = 'annual_report:2024:5b0f2c7a-1f43-4a51-8f0e-6f6a2b9d7c22';
const TIMELINESS = ['in_time', 'late'] as const;

export class FilingSignatureAnswer {
  @AnswerWord(['board', 'accountant'])
  readonly role!: string;

  @AnswerText(SHA256, { description: 'Of the bytes that were signed.' })
  readonly sha256!: string;

  @AnswerText('B. Bestuur')
  readonly signerName!: string;

  @AnswerMoment()
  readonly signedAt!: string;

  @AnswerFlag({ description: 'False when the content changed afterwards: the signature is void.' })
  readonly valid!: boolean;
}

export class MissingPartAnswer {
  @AnswerText('auditor_statement')
  readonly part!: string;

  @AnswerText('5b0f2c7a-1f43-4a51-8f0e-6f6a2b9d7c22', {
    nullable: true,
    description: 'Of whom: an affiliate, a candidate, a donor or a debt.',
  })
  readonly ref!: string | null;

  @AnswerText('Wetenschappelijk Instituut', { nullable: true })
  readonly name!: string | null;

  @AnswerText('absent', { nullable: true, description: 'Why; null for what was filed.' })
  readonly why!: string | null;

  @AnswerFlag({ description: 'Whether it stands in art. 37 lid 1.' })
  readonly fineable!: boolean;
}

export class FilingAnswer {
  @AnswerId()
  readonly id!: string;

  @AnswerText(KEY)
  readonly expectedKey!: string;

  @AnswerText('annual_report')
  readonly kind!: string;

  @AnswerId()
  readonly recipientId!: string;

  @AnswerNumber(2024)
  readonly year!: number;

  @AnswerNumber(1)
  readonly version!: number;

  @AnswerId({ nullable: true, description: 'The version before it.' })
  readonly replacesId!: string | null;

  @AnswerText('A gift was booked twice', { nullable: true })
  readonly reason!: string | null;

  @AnswerFlag()
  readonly nil!: boolean;

  @AnswerWord(['draft', 'filed'])
  readonly state!: string;

  @AnswerText(SHA256, { description: 'SHA-256 of the bytes of the content, in hexadecimal.' })
  readonly sha256!: string;

  @AnswerText(NUMBER, { nullable: true })
  readonly number!: string | null;

  @AnswerWord(TIMELINESS, { nullable: true })
  readonly timeliness!: string | null;

  @AnswerMoment({ nullable: true })
  readonly filedAt!: string | null;
}

export class FilingsAnswer {
  @AnswerList(() => FilingAnswer)
  readonly items!: readonly FilingAnswer[];

  @AnswerPart(() => LinksAnswer)
  readonly _links!: LinksAnswer;
}

export class FilingDocumentAnswer {
  @AnswerId()
  readonly id!: string;

  @AnswerText('report')
  readonly part!: string;

  @AnswerId({ nullable: true })
  readonly recipientId!: string | null;

  @AnswerText('financial-report-2024.pdf')
  readonly name!: string;

  @AnswerText('application/pdf')
  readonly mediaType!: string;

  @AnswerNumber(120_000, { description: 'Bytes.' })
  readonly size!: number;

  @AnswerText(SHA256)
  readonly sha256!: string;

  @AnswerCodes(SHA256)
  readonly covers!: readonly string[];
}

export class FilingWithContentAnswer extends FilingAnswer {
  @AnswerList(() => FilingSignatureAnswer)
  readonly signatures!: readonly FilingSignatureAnswer[];

  @AnswerList(() => MissingPartAnswer)
  readonly missing!: readonly MissingPartAnswer[];

  @AnswerFlag({ description: 'A draft that the ledger contradicts by now.' })
  readonly outdated!: boolean;

  @AnswerList(() => FilingDocumentAnswer)
  readonly documents!: readonly FilingDocumentAnswer[];

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'What it says, by the layout named in it. Amounts in euro cents.',
    example: { layout: 'overview/1', year: 2024 },
  })
  readonly content!: object;
}

/** What stands there after drawing up: the hash is what is signed. */
export class RedrawnFilingAnswer {
  @AnswerId()
  readonly filingId!: string;

  @AnswerNumber(1)
  readonly version!: number;

  @AnswerText(SHA256)
  readonly sha256!: string;

  @AnswerFlag({ description: 'True when it changed, which makes every signature void.' })
  readonly changed!: boolean;
}

export class AttachedDocumentAnswer extends RedrawnFilingAnswer {
  @AnswerId()
  readonly documentId!: string;

  @AnswerText(SHA256, { description: 'Of the file itself.' })
  readonly documentSha256!: string;
}

export class SignedFilingAnswer {
  @AnswerId()
  readonly filingId!: string;

  @AnswerWord(['board', 'accountant'])
  readonly role!: string;

  @AnswerText(SHA256)
  readonly sha256!: string;
}

/** What the party holds after filing. */
export class FiledFilingAnswer {
  @AnswerId()
  readonly filingId!: string;

  @AnswerText(NUMBER)
  readonly number!: string;

  @AnswerNumber(1)
  readonly version!: number;

  @AnswerMoment()
  readonly filedAt!: string;

  @AnswerText(SHA256)
  readonly sha256!: string;

  @AnswerWord(TIMELINESS)
  readonly timeliness!: string;

  @AnswerFlag()
  readonly nil!: boolean;

  @AnswerList(() => MissingPartAnswer)
  readonly missing!: readonly MissingPartAnswer[];
}

export class FilingDifferenceAnswer {
  @AnswerText('gifts/3f6f3c1e 2024/total')
  readonly path!: string;

  @AnswerCodes('A. Gever 2024')
  readonly subject!: readonly string[];

  @AnswerText('total')
  readonly field!: string;

  @AnswerWord(['cents', 'day', 'text'])
  readonly unit!: string;

  @AnswerText('400000', { nullable: true })
  readonly before!: string | null;

  @AnswerText('100000', { nullable: true })
  readonly after!: string | null;
}

export class FilingDifferencesAnswer {
  @AnswerNumber(1, { nullable: true, description: 'Null for a first version.' })
  readonly before!: number | null;

  @AnswerNumber(2)
  readonly after!: number;

  @AnswerText('A gift was booked twice', { nullable: true })
  readonly reason!: string | null;

  @AnswerList(() => FilingDifferenceAnswer)
  readonly differences!: readonly FilingDifferenceAnswer[];
}
