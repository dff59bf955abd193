export { fileName } from './file-name';
export {
  type FilePurpose,
  findFile,
  type NewFile,
  readFileBytes,
  sameFiles,
  type StoredFile,
  storeFile,
} from './stored-file';
