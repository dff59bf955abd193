// The figures as text.
const { cpus, loadavg } = require('node:os');

const TARGET = 0.25;

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function percentile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

function say(...cells) {
  const widths = [27, 11, 11, 8, 9, 9];
  const line = cells.map((cell, n) =>
    n === 0 ? cell.padEnd(widths[n]) : cell.padStart(widths[n]),
  );
  process.stdout.write(`${line.join('').trimEnd()}\n`);
}

function tellRates(bench) {
  say('figure', 'program/s', 'limit/s', 'ratio', 'target', 'met');
  const figures = [...new Set([...bench.figures.keys()].map((key) => key.split('/')[0]))];
  for (const figure of figures) {
    const [program, limit] = [
      bench.figures.get(`${figure}/program`),
      bench.figures.get(`${figure}/limit`),
    ];
    const rate = median(program).toFixed(0);
    if (limit === undefined) {
      say(figure, rate, '-', '-', '-', '-');
      continue;
    }
    const ratio = median(program.map((own, n) => own / limit[n]));
    const met = ratio >= TARGET ? 'yes' : 'no';
    say(figure, rate, median(limit).toFixed(0), ratio.toFixed(2), `>= ${String(TARGET)}`, met);
  }
}

function tellLatencies(bench) {
  say('latency in ms', 'p50', 'p95');
  for (const [key, latencies] of bench.latencies) {
    if (!key.endsWith('/program')) continue;
    const [p50, p95] = [percentile(latencies, 0.5), percentile(latencies, 0.95)];
    say(key.split('/')[0], p50.toFixed(1), p95.toFixed(1));
  }
}

function load() {
  return loadavg()
    .map((part) => part.toFixed(2))
    .join(' ');
}

async function tellMachine({ watcher, recorded }, rounds, before) {
  const { rows } = await watcher.query(
    `select current_setting('server_version') as version, current_setting('fsync') as fsync,
            current_setting('synchronous_commit') as commit`,
  );
  const { version, fsync, commit } = rows[0];
  const statements = Object.entries(recorded).map(
    ([name, { statements: all }]) => `${name} ${String(all.length)}`,
  );
  const lines = [
    `${String(cpus().length)} cores, Node ${process.versions.node}, PostgreSQL ${version.split(' ')[0]} (fsync ${fsync}, synchronous_commit ${commit})`,
    `load average before ${before}, after ${load()} (this run included)`,
    `${String(rounds)} rounds, medians; statements replayed: ${statements.join(', ')}`,
  ];
  process.stdout.write(`${lines.join('\n')}\n\n`);
}

module.exports = { load, median, percentile, say, tellLatencies, tellMachine, tellRates };
