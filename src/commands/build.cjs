// Builds the program when a source is newer than the last build. Compiling takes longer than
// starting, and most starts follow no change at all.
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '..', '..');
const stamp = path.join(root, 'dist', '.built');
const sources = ['src', 'migrations', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];

/** The latest change below a path; that of a folder tells of a file that went away. */
function changedAt(place) {
  const found = fs.statSync(place);
  if (!found.isDirectory()) return found.mtimeMs;
  const within = fs.readdirSync(place).map((name) => changedAt(path.join(place, name)));
  return Math.max(found.mtimeMs, ...within);
}

const begun = new Date();
const latest = Math.max(...sources.map((name) => changedAt(path.join(root, name))));
if (!fs.existsSync(stamp) || fs.statSync(stamp).mtimeMs <= latest) {
  const nest = require.resolve('@nestjs/cli/bin/nest.js');
  const build = spawnSync(process.execPath, [nest, 'build'], { cwd: root, stdio: 'inherit' });
  if (build.status !== 0) process.exit(build.status ?? 1);
  fs.writeFileSync(stamp, '');
  // A file that changed during the build is not in it.
  fs.utimesSync(stamp, begun, begun);
}
