import { millisecondsFor, readInProcess } from './capped-process';
import { checkGate } from './gate';

function noRows(): Promise<void> {
  return Promise.reject(new Error('this reader gives one result, not rows'));
}

/**
 * Runs `read(bytes, name)` of a module in the capped process, behind the gate, and gives what it
 * returned. The result travels as JSON: no undefined, Map, Date or bigint in it.
 *
 * @param program absolute path of the module file, from require.resolve: .js when built, .ts from
 *   the working tree. It should import little: the process starts anew for each file.
 * @throws FileRefused what the gate refuses, what `read` throws as FileRefused, and out_of_memory,
 *   out_of_time or reader_died.
 */
export async function readCapped<Result>(
  program: string,
  bytes: Uint8Array,
  name: string,
): Promise<Result> {
  await checkGate(bytes, name);
  const milliseconds = millisecondsFor(bytes);
  const { result } = await readInProcess({ program, name, bytes, milliseconds, onRows: noRows });
  return result as Result;
}
