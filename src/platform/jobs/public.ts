export {
  HandlesJob,
  announce,
  defineJob,
  type AnnounceOptions,
  type Job,
  type JobHandler,
  type JobPayload,
} from './job';
export { workerScope } from './job-runner';
