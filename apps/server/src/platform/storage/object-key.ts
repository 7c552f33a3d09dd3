import { StorageError } from './storage-error.ts';

/** A name that was checked: only `objectKey` makes one. */
export type ObjectKey = string & { readonly made: 'by objectKey' };
export type ObjectPrefix = string & { readonly made: 'by objectPrefix' };

const WORKSPACE_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/**
 * Lower case, because some disks cannot tell `A` from `a`; no dot in front, so that nothing climbs or hides. What
 * people call their files is kept in the database and never becomes a key.
 */
const PART = /^[a-z0-9_-][a-z0-9._-]{0,99}$/;
const MOST_PARTS = 8;

/** The workspace comes first, so whatever works on a prefix works on one tenant. */
export function objectKey(workspaceId: string, ...parts: string[]): ObjectKey {
  if (parts.length === 0) throw invalid('It needs at least one part after the workspace.');
  return join(workspaceId, parts) as ObjectKey;
}

/** Everything below these parts; with none, everything of the workspace. */
export function objectPrefix(workspaceId: string, ...parts: string[]): ObjectPrefix {
  return `${join(workspaceId, parts)}/` as ObjectPrefix;
}

function join(workspaceId: string, parts: string[]): string {
  if (!WORKSPACE_ID.test(workspaceId)) throw invalid('It must begin with the id of a workspace.');
  if (parts.length > MOST_PARTS) throw invalid(`It may have at most ${MOST_PARTS} parts.`);
  if (!parts.every((part) => PART.test(part))) {
    throw invalid(
      'A part may hold 1 to 100 lower-case letters, digits, ".", "_" and "-", and not begin with ".".',
    );
  }
  return [workspaceId, ...parts].join('/');
}

function invalid(say: string): StorageError {
  return new StorageError('storage_key_invalid', { say });
}
