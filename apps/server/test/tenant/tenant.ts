import { randomBytes } from 'node:crypto';
import { builtInRoleNames, permissionNames, type BuiltInRole } from '@trikon/contract';
import { addMember } from '../../src/modules/workspaces/index.ts';
import { addOrganisation, addWorkspace } from '../../src/modules/workspaces/people.ts';
import { keyClient, type ApiClient } from '../api-client.ts';
import { buildPerson, signIn, type Signed } from '../factories.ts';
import type { TestApp } from '../test-app.ts';
import { plantConsent } from './planted-consent.ts';
import { plantCapture } from './planted-capture.ts';
import { plantContacts } from './planted-contacts.ts';
import { plantImports } from './planted-imports.ts';
import { plantLists } from './planted-lists.ts';
import { plantLedger } from './planted-ledger.ts';
import { plantConversation } from './planted-messages.ts';
import { plantCosts } from './planted-costs.ts';
import { plantMedia } from './planted-media.ts';
import { plantNumbers } from './planted-numbers.ts';
import { plantOutbox } from './planted-outbox.ts';
import { plantProfile } from './planted-profile.ts';
import { plantRows } from './planted-rows.ts';
import { plantSending } from './planted-sending.ts';
import { plantRights } from './planted-rights.ts';
import { plantSuppression } from './planted-suppression.ts';
import { plantCare } from './planted-care.ts';
import { plantScorecards } from './planted-scorecards.ts';
import { plantTemplates } from './planted-templates.ts';

/** A workspace of an organisation of its own with something in every table, and its word in every text. */
export interface Tenant {
  /** Stands in every text that the tenant stores, so that a leak of any of them is found by it. */
  word: string;
  workspaceId: string;
  /** By what they are; two tenants have the same names, so an id of one can be swapped for the other's. */
  ids: Record<string, string>;
  /** Shown once, such as the token of an invitation. */
  secrets: Record<string, string>;
  members: Record<BuiltInRole | 'custom', Signed>;
  /** Someone who may leave or be removed without the workspace missing them. */
  leaver: Signed;
  /** Holds every permission. */
  key: ApiClient;
}

export async function buildTenant(app: TestApp, word: string): Promise<Tenant> {
  const founder = await buildPerson(app, `${word} owner`);
  const { organisationId, workspaceId } = await app.db.acrossWorkspaces('maintenance', async (tx) => {
    const organisation = await addOrganisation(tx, `${word} Group`, founder.userId);
    const settings = {
      name: `${word} Silks`,
      language: 'en',
      timeZone: 'Asia/Kolkata',
      demo: false,
    } as const;
    const workspace = await addWorkspace(tx, { organisationId: organisation, ...settings });
    await addMember(tx, { workspaceId: workspace, ...founder, role: 'owner', roleId: null });
    return { organisationId: organisation, workspaceId: workspace };
  });
  const owner = await signIn(app, founder, workspaceId);
  const ids: Record<string, string> = { workspaceId, organisationId, ownerId: owner.userId };
  const secrets: Record<string, string> = {};
  const recorder = { app, api: owner.api, word, ids, secrets };
  await buildThroughTheApi(recorder);
  const members = await buildMembers(recorder, owner);
  const leaver = await join(app, workspaceId, `${word} leaver`, 'agent', null);
  const spare = await join(app, workspaceId, `${word} spare`, 'agent', null);
  Object.assign(ids, { leaverId: leaver.userId, spareMemberId: spare.userId });
  await addSessions(recorder, members);
  const key = await addKey(recorder, 'all', permissionNames);
  await plantRows(app, { workspaceId, word, ids });
  await plantNumbers(app, { workspaceId, word, ids });
  await plantOutbox(app, { workspaceId, word, ids });
  await plantMedia(app, { workspaceId, word, ids });
  await plantContacts(app, { workspaceId, word, ids });
  await plantLists(app, { workspaceId, word, ids });
  await plantImports(app, { workspaceId, word, ids });
  await plantProfile(app, { workspaceId, word, ids });
  await plantConversation(app, { workspaceId, word, ids });
  await plantConsent(app, { workspaceId, word, ids });
  await plantLedger(app, { workspaceId, word, ids });
  await plantTemplates(app, { workspaceId, word, ids });
  await plantCare(app, { workspaceId, word, ids });
  await plantScorecards(app, { workspaceId, word, ids });
  await plantCapture(app, { workspaceId, word, ids });
  await plantSuppression(app, { workspaceId, word, ids });
  await plantRights(app, { workspaceId, word, ids });
  await plantSending(app, { workspaceId, word, ids });
  await plantCosts(app, { workspaceId, word, ids });
  return { word, workspaceId, ids, secrets, members, leaver, key };
}

interface Recorder {
  app: TestApp;
  api: ApiClient;
  word: string;
  ids: Record<string, string>;
  secrets: Record<string, string>;
}

async function buildThroughTheApi({ api, word, ids, secrets }: Recorder): Promise<void> {
  for (const name of ['held', 'spare', 'changing']) {
    ids[`${name}RoleId`] = await created(api, '/roles', 'roleId', {
      name: `${word} ${name}`,
      description: `${word} description`,
      permissions: ['workspace.read'],
    });
  }
  for (const name of ['renewed', 'withdrawn', 'joined', 'previewed']) {
    const invitation = await api.post<{ invitationId: string; link: string }>('/invitations', {
      email: `${name}.${word}@example.in`,
      role: 'agent',
    });
    ids[`${name}InvitationId`] = invitation.body.invitationId;
    secrets[`${name}Token`] = invitation.body.link.split('#')[1]!;
  }
  for (const name of ['kept', 'removed']) {
    const view = {
      screen: 'members',
      name: `${word} ${name}`,
      shared: true,
      state: { filter: `${word} state` },
    };
    ids[`${name}ViewId`] = await created(api, '/saved-views', 'viewId', view);
  }
  const renamed = await api.post(
    '/roles',
    { name: `${word} once`, permissions: ['workspace.read'] },
    {
      'idempotency-key': `${word}-first`,
    },
  );
  ids.onceRoleId = String(renamed.body.roleId);
}

async function created(api: ApiClient, path: string, idName: string, body: unknown): Promise<string> {
  const answer = await api.post(path, body);
  if (answer.status >= 300)
    throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return String(answer.body[idName]);
}

async function buildMembers({ app, word, ids }: Recorder, owner: Signed): Promise<Tenant['members']> {
  const { workspaceId, heldRoleId } = ids as { workspaceId: string; heldRoleId: string };
  const members = { owner } as Tenant['members'];
  for (const role of builtInRoleNames.filter((each) => each !== 'owner')) {
    members[role] = await join(app, workspaceId, `${word} ${role}`, role, null);
    ids[`${role}Id`] = members[role].userId;
  }
  members.custom = await join(app, workspaceId, `${word} custom`, 'custom', heldRoleId);
  ids.customId = members.custom.userId;
  return members;
}

async function join(
  app: TestApp,
  workspaceId: string,
  name: string,
  role: string,
  roleId: string | null,
): Promise<Signed> {
  const person = await buildPerson(app, name);
  await app.db.acrossWorkspaces('maintenance', (tx) =>
    addMember(tx, { workspaceId, ...person, role, roleId }),
  );
  return signIn(app, person, workspaceId);
}

/** Devices of the owner, one of which the examples sign out. */
async function addSessions({ app, word, ids }: Recorder, { owner }: Tenant['members']): Promise<void> {
  const now = app.clock.now();
  for (const name of ['ended', 'kept']) {
    const [session] = await app.database.asOwner<{ id: string }>(
      `insert into identity.sessions (id, user_id, token, expires_at, ip_address, user_agent, created_at, updated_at)
       values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $6) returning id`,
      [
        owner.userId,
        randomBytes(24).toString('base64url'),
        new Date(now.getTime() + 86_400_000),
        `${word} address`,
        `${word} Chrome/130`,
        now,
      ],
    );
    ids[`${name}SessionId`] = session!.id;
  }
}

async function addKey(
  { app, api, word, ids }: Recorder,
  name: string,
  permissions: readonly string[],
): Promise<ApiClient> {
  const revoked = await api.post<{ keyId: string }>('/api-keys', { name: `${word} revoked`, permissions });
  ids.revokedKeyId = revoked.body.keyId;
  const { body } = await api.post<{ key: string; keyId: string }>('/api-keys', {
    name: `${word} ${name}`,
    permissions,
    requestsPerMinute: 100_000,
  });
  ids.keyId = body.keyId;
  return keyClient(app, body.key);
}
