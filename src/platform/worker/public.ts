export { Worker, type WorkDone, type WorkerStatus } from './worker';
export { WorkerModule } from './worker.module';
export { type WorkerOptions } from './worker-options';
