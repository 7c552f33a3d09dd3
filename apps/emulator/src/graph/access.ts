import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Directory } from '../directory/directory.ts';
import type { App, Token } from '../directory/records.ts';
import type { Edge } from './call.ts';
import { GraphError, refuse } from './errors.ts';
import type { NodeKind } from './nodes.ts';
import type { Thing } from '../world/collection.ts';

export interface Caller {
  token: Token;
  app: App;
}

const nobody: Caller = {
  token: {
    id: '',
    value: '',
    name: 'nobody',
    kind: 'app',
    appId: '',
    scopes: [],
    businessIds: [],
    wabaIds: [],
  },
  app: {
    id: '',
    name: 'nobody',
    secret: '',
    mode: 'live',
    requireSecretProof: false,
    fields: [],
    clientCertificate: false,
  },
};

/** Finds out who calls, as Graph does: by bearer token, by parameter, or by `app id|app secret`. */
export function identify(
  directory: Directory,
  given: string | undefined,
  proof: unknown,
  now: number,
): Caller {
  const caller = holderOf(directory, given, now);
  if (!isProven(caller.app, given ?? '', proof))
    refuse(100, 'Invalid appsecret_proof provided in the API argument', { type: 'GraphMethodException' });
  return caller;
}

/** Whose token it is, without a proof: what is not Graph asks for none. */
export function holderOf(directory: Directory, given: string | undefined, now: number): Caller {
  if (!given) refuse(104, 'An access token is required to request this resource.');
  return appItself(directory, given) ?? tokenHolder(directory, given, now);
}

/** For edges that are open to all. */
export const anybody = (): Caller => nobody;

function appItself({ apps }: Directory, given: string): Caller | null {
  const [id = '', secret] = given.split('|');
  const app = secret === undefined ? undefined : apps.get(id);
  if (!app || !isSame(app.secret, secret ?? '')) return null;
  return { app, token: { ...nobody.token, id, value: given, name: `app ${id}`, appId: id } };
}

function tokenHolder({ tokenByValue, apps }: Directory, given: string, now: number): Caller {
  const token = tokenByValue.get(given);
  const app = token && apps.get(token.appId);
  if (!app) throw invalid('Invalid OAuth access token - Cannot parse access token');
  if (token.revokedAt !== undefined && token.revokedAt <= now) {
    throw invalid(
      'Error validating access token: The session has been invalidated because the user changed their password or Facebook has changed the session for security reasons.',
      460,
    );
  }
  if (token.expiresAt !== undefined && token.expiresAt <= now) {
    const [expired, today] = [token.expiresAt, now].map((at) => new Date(at).toUTCString());
    throw invalid(
      `Error validating access token: Session has expired on ${expired}. The current time is ${today}.`,
      463,
    );
  }
  return { token, app };
}

const invalid = (details: string, subcode?: number): GraphError =>
  new GraphError(190, { details, ...(subcode !== undefined && { subcode }) });

function isProven(app: App, given: string, proof: unknown): boolean {
  if (proof === undefined) return !app.requireSecretProof;
  return (
    typeof proof === 'string' && isSame(createHmac('sha256', app.secret).update(given).digest('hex'), proof)
  );
}

function isSame(one: string, other: string): boolean {
  const [expected, given] = [Buffer.from(one), Buffer.from(other)];
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/** Whether the caller may use the edge at all, and on this node. */
export function authorise(
  caller: Caller,
  edge: Edge,
  found: { node: Thing; kind: NodeKind<Thing> } | null,
  directory: Directory,
): void {
  if (edge.access === 'none' || edge.access === 'any') return;
  if (edge.access === 'app') {
    if (caller.token.kind !== 'app' || (found?.kind.kind === 'app' && found.node.id !== caller.app.id)) {
      refuse(15, 'This method must be called with an app access_token.');
    }
    return;
  }
  const scopes: readonly string[] = typeof edge.access === 'string' ? [edge.access] : edge.access;
  if (!scopes.some((scope) => caller.token.scopes.some((own) => own === scope))) {
    refuse(10, `Application does not have permission for this action; it needs ${scopes.join(' or ')}.`);
  }
  if (found && !mayTouch(caller, found.kind.owner(found.node), directory)) {
    refuse(200, 'You do not have the necessary permissions on this object.', { subcode: 1349174 });
  }
}

function mayTouch(
  { token, app }: Caller,
  owner: { wabaId?: string; businessId?: string; appId?: string },
  directory: Directory,
): boolean {
  if (owner.appId !== undefined) return owner.appId === app.id;
  if (owner.wabaId !== undefined) {
    if (token.wabaIds.length > 0) return token.wabaIds.includes(owner.wabaId);
    const { businessId = '', partnerBusinessIds } = directory.wabas.get(owner.wabaId) ?? {};
    // An account is its owner's, and of those with whom it is shared.
    const isShared = partnerBusinessIds?.some((id) => token.businessIds.includes(id)) === true;
    return isShared || token.businessIds.includes(businessId);
  }
  return owner.businessId === undefined || token.businessIds.includes(owner.businessId);
}
