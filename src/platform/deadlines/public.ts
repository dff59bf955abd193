export {
  HandlesDeadline,
  defineDeadline,
  type Deadline,
  type DeadlineHandler,
  type DeadlineKind,
  type Effect,
  type KindName,
  type Moment,
} from './deadline';
export {
  cancelDeadlines,
  holdDeadline,
  releaseDeadline,
  scheduleDeadline,
  type CancelDeadlines,
  type NewDeadline,
  type ScheduledDeadline,
} from './schedule';
export { deadlineHealth, type DeadlineHealth } from './health';
