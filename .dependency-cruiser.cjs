// The floor plan as code. A module imports the public face of modules on a lower tier, nothing else.
const TIERS = [
  ['audit'],
  ['identity', 'correspondence', 'webhooks'],
  ['parties', 'donors', 'elections', 'reference'],
  ['evidence'],
  ['judgements'],
  ['contributions', 'debts', 'expectations'],
  ['notices', 'remedies', 'statements'],
  ['filings', 'imports'],
  ['enforcement', 'register'],
  ['insight'],
  ['publication', 'signals', 'network', 'simulation', 'tips'],
  ['open-data'],
  ['site', 'search', 'oversight', 'desk', 'developers'],
];
const MODULES = TIERS.flat();
const SPEC = '\\.spec\\.ts$';

function error(name, from, to) {
  return { name, severity: 'error', from, to };
}

const upward = TIERS.flatMap((tier, level) =>
  tier.map((name) => {
    const below = TIERS.slice(0, level).flat();
    const forbidden = MODULES.filter((other) => other !== name && !below.includes(other));
    return error(
      `tier-${level + 1}-${name}`,
      { path: `^src/modules/${name}/` },
      { path: `^src/modules/(${[...forbidden, '-'].join('|')})/` },
    );
  }),
);

module.exports = {
  forbidden: [
    error('no-cycles', {}, { circular: true }),
    error('every-module-has-a-tier', {}, { path: `^src/modules/(?!(?:${MODULES.join('|')})/)` }),
    error(
      'legal-imports-nothing',
      { path: '^src/legal/', pathNot: SPEC },
      { pathNot: '^src/legal/' },
    ),
    error(
      'legal-kernel-is-the-floor',
      { path: '^src/legal/kernel/', pathNot: SPEC },
      { path: '^src/legal/(?!kernel/)' },
    ),
    error(
      'legal-calendar-on-kernel',
      { path: '^src/legal/calendar/', pathNot: SPEC },
      { path: '^src/legal/(?!kernel/|calendar/|parameters/)' },
    ),
    error(
      'legal-parameters-on-kernel',
      { path: '^src/legal/parameters/', pathNot: SPEC },
      { path: '^src/legal/(?!kernel/|parameters/)' },
    ),
    error('platform-knows-no-module', { path: '^src/platform/' }, { path: '^src/modules/' }),
    error(
      'platform-knows-only-legal-kernel',
      { path: '^src/platform/' },
      { path: '^src/legal/', pathNot: '^src/legal/kernel/' },
    ),
    error(
      'composition-root-is-the-top',
      { path: '^src/(?:legal|platform|modules)/' },
      { path: '^src/(?:demo|commands)/|^src/(?:app|app\\.module|main|worker|authority)\\.ts$' },
    ),
    error(
      'modules-meet-at-their-public-face',
      { path: '^src/modules/([^/]+)/' },
      { path: '^src/modules/', pathNot: ['^src/modules/$1/', '/public\\.ts$'] },
    ),
    error(
      'public-faces-outward',
      { path: '^src/modules/([^/]+)/' },
      { path: '^src/modules/$1/public\\.ts$' },
    ),
    error(
      'web-does-not-touch-persistence',
      { path: '^src/modules/[^/]+/web/' },
      { path: '^src/modules/[^/]+/persistence/' },
    ),
    error(
      'persistence-looks-down',
      { path: '^src/modules/[^/]+/persistence/' },
      { path: '^src/modules/[^/]+/(?:web|application|jobs)/' },
    ),
    error(
      'application-knows-no-http',
      { path: '^src/modules/[^/]+/application/' },
      { path: '^src/modules/[^/]+/web/|node_modules/(?:express|@nestjs/platform-express)/' },
    ),
    error(
      'typeorm-only-in-persistence',
      { path: '^src/modules/', pathNot: '/persistence/' },
      { path: 'node_modules/(?:typeorm|@nestjs/typeorm)/' },
    ),
    error(
      'bull-only-in-platform',
      { path: '^src/', pathNot: '^src/platform/jobs/' },
      { path: 'node_modules/(?:bull|@nestjs/bull)/' },
    ),
    error(
      'exceljs-only-in-platform',
      { path: '^src/', pathNot: '^src/platform/spreadsheet/' },
      { path: 'node_modules/exceljs/' },
    ),
    error('no-dev-dependency', { path: '^src/', pathNot: SPEC }, { dependencyTypes: ['npm-dev'] }),
    error(
      'no-orphans',
      { orphan: true, pathNot: [SPEC, '^src/(?:main|worker)\\.ts$', '^src/commands/'] },
      {},
    ),
    ...upward,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
