import { createApp } from './app';
import { type DemoSignIn, loadDemo } from './demo/load-demo';
import { readConfig } from './platform/config/config';
import { assertPortIsFree, listen } from './platform/process/listen';
import { runProgram } from './platform/process/program';
import { openRuntime } from './platform/process/runtime';

function signIns(people: readonly DemoSignIn[]): string {
  if (people.length === 0) return '';
  const list = people.map((person) => `${person.role} ${person.email} / ${person.password}`);
  return ` - sign in as ${list.join(', ')}`;
}

runProgram(async (started) => {
  const given = readConfig(process.env);
  await assertPortIsFree(given);
  const runtime = await openRuntime(given, started);
  const app = await createApp(runtime);
  started.stopLater(() => app.close());
  const people = runtime.config.demo ? await loadDemo(app) : [];
  await listen(app, runtime.config);
  process.stdout.write(`Partijgiften is ready on ${given.publicUrl}${signIns(people)}\n`);
});
