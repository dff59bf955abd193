import { Injectable } from '@nestjs/common';
import { euroCents } from '../../../legal/kernel/euro-cents';
import { plainDate, type PlainDate, yearOf } from '../../../legal/kernel/plain-date';
import { Database } from '../../../platform/database/database';
import { type Scope, type Transaction } from '../../../platform/database/transaction';
import { PageRenderer } from '../../../platform/rendering/page-renderer';
import { wordsOf } from '../../../platform/rendering/words';
import {
  canonicalDonor,
  type DeclarationInput,
  readDonor,
  RecordDeclaration,
  RecordLookThrough,
} from '../../donors/public';
import {
  answerOf,
  holdRequest,
  markRecorded,
  type StoredAnswer,
  type StoredRequest,
} from '../persistence/request.store';
import { type DeclarationAnswer, type LookThroughAnswer, readAnswer } from './donor-answer';

/** The donor has no account: what it sent through a link is entered in its own name. */
function donorScope(tenantId: string, requestId: string): Scope {
  return { role: 'app', tenantId, actorId: 'donor', actorRole: 'donor', requestId };
}

/**
 * Enters an answer with the donor, by which its gifts are judged anew. It runs in a transaction of
 * its own, of the party; the row of the request says whether it was done, so a second run changes
 * nothing.
 */
@Injectable()
export class RecordAnswer {
  constructor(
    private readonly database: Database,
    private readonly renderer: PageRenderer,
    private readonly declarations: RecordDeclaration,
    private readonly overviews: RecordLookThrough,
  ) {}

  async run(tenantId: string, requestId: string): Promise<void> {
    await this.database.inTransaction(donorScope(tenantId, `answer ${requestId}`), async (tx) => {
      const request = await holdRequest(tx, tenantId, requestId);
      const answer = await answerOf(tx, tenantId, requestId);
      if (request === null || answer === null || request.state === 'recorded') return;
      const donorId = await canonicalDonor(tx, tenantId, request.donorId);
      const said = readAnswer(request.kind, answer.answer);
      const of = { tenantId, request, answer, donorId };
      if (said.kind === 'declaration') await this.declare(tx, of, said);
      else await this.lookThrough(tx, of, said);
      await markRecorded(tx, tenantId, requestId);
    });
  }

  private async declare(tx: Transaction, of: Answered, said: DeclarationAnswer): Promise<void> {
    const { tenantId, request, answer, donorId } = of;
    const { t, day } = wordsOf(this.renderer.texts, 'nl');
    const before = (await readDonor(tx, tenantId, donorId))?.declaration ?? null;
    const declaration: DeclarationInput = {
      declaredOn: plainDate(answer.answeredOn),
      dutchNational: said.dutchNational,
      dateOfBirth: said.bornOn ?? before?.dateOfBirth ?? null,
      adult: said.adult,
      adultOn: adultOn(request, said, before),
      residence: said.residence,
      caribbeanGround: said.caribbeanGround,
      disenfranchised: said.disenfranchised,
      evidence: t(`evidence.recorded.${said.by}`, {
        number: answer.number,
        name: said.signedBy,
        day: day(answer.answeredOn),
      }),
    };
    await this.declarations.run(tx, donorId, declaration);
  }

  private async lookThrough(tx: Transaction, of: Answered, said: LookThroughAnswer): Promise<void> {
    const { request, answer, donorId } = of;
    await this.overviews.run(tx, donorId, {
      year: yearOf(plainDate(request.receivedOn)),
      receivedOn: answer.answeredOn,
      givers: said.givers.map((giver) => ({
        ...giver,
        amountCents: euroCents(giver.amountCents),
      })),
    });
  }
}

interface Answered {
  readonly tenantId: string;
  readonly request: StoredRequest;
  readonly answer: StoredAnswer;
  readonly donorId: string;
}

/** Who was of age on an earlier day already stays so: an earlier gift keeps its proof. */
function adultOn(
  { receivedOn }: StoredRequest,
  { adult }: DeclarationAnswer,
  before: Pick<DeclarationInput, 'adult' | 'adultOn' | 'declaredOn'> | null,
): PlainDate {
  const day = plainDate(receivedOn);
  if (!adult || before?.adult !== true) return day;
  const earlier = before.adultOn ?? before.declaredOn;
  return earlier < day ? earlier : day;
}
