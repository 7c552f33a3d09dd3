export { EmbeddedPostgresError, type EmbeddedPostgresFailure } from './errors.ts';
export type { PostgresSettings } from './settings.ts';
export { findRunningPostgres } from './running.ts';
export { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from './start.ts';
