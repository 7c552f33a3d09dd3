import { createHmac } from 'node:crypto';

/**
 * By which an erased person is recognised when the same number or id appears again. Phones are few enough to be tried all,
 * so it takes the installation's own key, which is not in the database in readable form.
 */
export const markOf = (key: Buffer, workspaceId: string, { kind, value }: { kind: string; value: string }) =>
  createHmac('sha256', key).update(`v1 ${workspaceId} ${kind} ${value}`).digest();

export const asBytea = (mark: Buffer): string => `\\x${mark.toString('hex')}`;
