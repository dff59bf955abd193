export { CorrespondenceModule } from './correspondence.module';
export {
  type LetterAddressee,
  type LetterContent,
  type LetterKind,
  type LetterSender,
  type NewLetter,
  type SentLetter,
} from './application/letter';
export {
  type FullLetter,
  listLetters,
  readLetter,
  readLetterPdf,
} from './application/read-letters';
export { RerenderLetter, type Rerendered } from './application/rerender-letter';
export { type ReminderFacts, reminderLetter } from './application/reminder-letter';
export { SendLetter } from './application/send-letter';
export { readSender } from './application/sender';
