const fs = require('node:fs');

module.exports = async function tearDown() {
  const started = globalThis.__partijgiftenTestServer;
  if (started === undefined) return;
  await started.server.stop();
  fs.rmSync(started.folder, { recursive: true, force: true });
};
