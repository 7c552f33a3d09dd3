import type { Permission } from '@trikon/contract';

/** Someone signed in, as this session's workspace knows them. */
export interface Person {
  kind: 'user';
  id: string;
  name: string;
  email: string;
  sessionId: string;
  permissions: ReadonlySet<Permission>;
  /** Null until the request names a workspace that the person belongs to. */
  workspaceId: string | null;
  /** What the person has to do before the workspace opens; their own account stays open, so that they can. */
  barred?: 'two_factor_required';
}

/** A developer's key: always of one workspace, never a person. */
export interface Key {
  kind: 'key';
  id: string;
  permissions: ReadonlySet<Permission>;
  workspaceId: string;
  requestsPerMinute: number;
}

export type Caller = Person | Key;

export interface Credentials {
  authorization: string | undefined;
  cookie: string | undefined;
  /** From the header Trikon-Workspace; a key brings its own. */
  workspaceId: string | undefined;
  /** Asked by the program itself, such as for an open stream: it does not count as the person being there. */
  unattended?: boolean;
}

/** Says who calls, or null for nobody. Throws a refusal for credentials that are there and wrong. */
export type Identify = (credentials: Credentials) => Promise<Caller | null>;

/** What a public procedure may know of the other end. */
export interface RequestOrigin {
  ipAddress: string;
  userAgent: string | null;
}
