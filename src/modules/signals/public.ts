export { SignalsModule } from './signals.module';
export {
  openSignals,
  type OpenSignal,
  signalsOfDonor,
  signalsOfParty,
  type StoredSignal,
} from './application/read-signals';
export { signalSaid, signalTitle } from './application/signal-words';
