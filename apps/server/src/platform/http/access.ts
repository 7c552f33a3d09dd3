import type { Permission } from '@trikon/contract';
import { Refusal } from '../errors/index.ts';
import type { Caller } from './caller.ts';

/** The workspace that the caller may do this in, or the reason why not. */
export function requireAccess(caller: Caller | null, permission: Permission): string {
  if (caller === null) throw new Refusal('not_signed_in', 'Sign in, or send an API key as a bearer token.');
  if (caller.workspaceId === null) {
    throw new Refusal(
      'workspace_required',
      'Say which workspace this is for, in the header Trikon-Workspace.',
    );
  }
  if (caller.kind === 'user' && caller.barred) {
    throw new Refusal(
      caller.barred,
      'This workspace asks for two-step sign-in. Turn it on in your account first.',
    );
  }
  if (!caller.permissions.has(permission)) {
    const who = caller.kind === 'key' ? 'the key' : 'your role';
    throw new Refusal('forbidden', `This needs the permission ${permission}, which ${who} does not hold.`, {
      details: { permission },
    });
  }
  return caller.workspaceId;
}
