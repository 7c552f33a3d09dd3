import { oc, type HTTPMethod, type HTTPPath } from '@orpc/contract';
import type { Permission } from './permissions.ts';

/**
 * Who may call: anyone, anyone signed in (for a person's own account), or who holds a permission in the
 * workspace that the request names.
 */
export type Access = Permission | 'public' | 'signed-in';

export interface ProcedureMeta {
  access: Access;
  /** A person has to be behind the call: an API key is refused, whatever it may do. */
  personOnly?: boolean;
  /** The answer holds a secret that is shown once, so it is never kept for an Idempotency-Key. */
  secretAnswer?: boolean;
}

interface ProcedureOptions {
  summary: string;
  description?: string;
  personOnly?: boolean;
  secretAnswer?: boolean;
  successStatus?: number;
}

const base = oc.$meta<ProcedureMeta>({ access: 'public' }).$route({ inputStructure: 'compact' });

/** The start of every definition: without an access there is no procedure. */
function procedure(access: Access, method: HTTPMethod, path: HTTPPath, options: ProcedureOptions) {
  const { summary, description, personOnly, secretAnswer, successStatus } = options;
  const tag = path.split('/')[1] ?? 'other';
  return base
    .meta({ access, ...(personOnly && { personOnly }), ...(secretAnswer && { secretAnswer }) })
    .route({ method, path, summary, description, tags: [tag], ...(successStatus ? { successStatus } : {}) });
}

export const get = (access: Access, path: HTTPPath, options: ProcedureOptions) =>
  procedure(access, 'GET', path, options);
export const post = (access: Access, path: HTTPPath, options: ProcedureOptions) =>
  procedure(access, 'POST', path, options);
export const patch = (access: Access, path: HTTPPath, options: ProcedureOptions) =>
  procedure(access, 'PATCH', path, options);
export const remove = (access: Access, path: HTTPPath, options: ProcedureOptions) =>
  procedure(access, 'DELETE', path, options);
