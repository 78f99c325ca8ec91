import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Dependencies run downwards only: `core` knows no host, `host` knows no feature. */
const forbid = (...patterns) => ({
  'no-restricted-imports': ['error', { patterns: [{ group: patterns }] }],
});

export default tseslint.config(
  { ignores: ['dist', '.vscode-test', '.vscode-test-web', 'node_modules', 'test/fixtures'] },
  eslint.configs.recommended,
  ...tseslint.configs.strict,
  {
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-control-regex': 'off',
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/core/**'],
    rules: forbid('vscode', 'node:*', '**/host/**', '**/features/**', '**/commands/**'),
  },
  {
    files: ['src/host/**'],
    rules: forbid('node:*', '**/node/**', '**/features/**', '**/commands/**'),
  },
  {
    files: ['src/node/**'],
    rules: forbid('vscode', '**/host/**', '**/features/**', '**/commands/**'),
  },
  { files: ['src/features/**'], rules: forbid('node:*', '**/node/**', '**/commands/**') },
  { files: ['src/commands/**'], rules: forbid('vscode', '**/host/**', '**/features/**') },
  {
    files: ['**/*.mjs', 'scripts/**', 'bench/**', 'test/**'],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', URL: 'readonly', Buffer: 'readonly' },
    },
    rules: { 'no-console': 'off', 'no-undef': 'off' },
  },
);
