import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

// A rule is an error or it is not here; there are no warnings.

const banned = [
  {
    selector: "CallExpression[callee.name='forwardRef']",
    message: 'forwardRef hides a cycle. Move the shared thing one tier down.',
  },
  { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
  {
    selector:
      "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Nobody reads the clock: time is tx.now and tx.today, from PostgreSQL.',
  },
];

const bannedInLegal = [
  { selector: 'ClassDeclaration', message: 'The legal core is functions over readonly data.' },
  {
    selector:
      'AwaitExpression, FunctionDeclaration[async=true], ArrowFunctionExpression[async=true]',
    message: 'The legal core never waits.',
  },
  { selector: 'Decorator', message: 'No decorators in the legal core.' },
];

export default defineConfig(
  { ignores: ['dist/', 'node_modules/', 'coverage/', 'reports/', '.data/', 'templates/'] },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked],
    linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true },
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: false },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/strict-boolean-expressions': 'error',
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // Nest and TypeORM declare their option objects as classes; every one of them would be an error.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 5],
      complexity: ['error', 10],
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      'no-restricted-syntax': ['error', ...banned],
    },
  },
  {
    files: ['src/legal/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-globals': ['error', 'Date', 'Intl', 'setTimeout', 'process', 'console'],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random' },
        { object: 'Number', property: 'parseFloat' },
        { property: 'toFixed' },
        { property: 'toLocaleString' },
      ],
      'no-restricted-syntax': ['error', ...banned, ...bannedInLegal],
    },
  },
  {
    // Compares this machine's clock with PostgreSQL's, and decides nothing else by it.
    files: ['src/platform/deadlines/machine-clock.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...banned.filter(({ message }) => !message.startsWith('Nobody reads the clock')),
      ],
    },
  },
  {
    // A migration is one piece of SQL; cutting it up would only hide its order.
    files: ['migrations/**/*.ts'],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
  {
    files: ['**/*.spec.ts', 'test/**/*.ts'],
    rules: {
      'max-lines': ['error', 500],
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
    },
  },
);
