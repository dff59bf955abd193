import { Module } from '@nestjs/common';
import { LetterRenderer } from '../../platform/letters/public';
import { LetterAttachments } from './application/letter-attachment';
import { RerenderLetter } from './application/rerender-letter';
import { SendLetter } from './application/send-letter';
import { LettersController } from './web/letters.controller';
import { LetterPages } from './web/letters.pages';

/** Letters out: frozen, kept, mailed. It never looks up what a letter is about. */
@Module({
  controllers: [LettersController, LetterPages],
  providers: [LetterRenderer, SendLetter, RerenderLetter, LetterAttachments],
  exports: [SendLetter, RerenderLetter],
})
export class CorrespondenceModule {}
