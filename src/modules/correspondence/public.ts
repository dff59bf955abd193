export {
  type LetterAddressee,
  type LetterContent,
  type LetterKind,
  type LetterSender,
  type NewLetter,
  type SentLetter,
} from './application/letter';
