import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildMember, buildWorkspace, type Signed } from '../apps/server/test/factories.ts';
import { openStage, type Look, type Stage, type Visit } from './browser.ts';
import { homeOf } from './people.ts';

let stage: Stage;
let owner: Signed;
let admin: Signed;
let home: string;

beforeAll(async () => {
  stage = await openStage();
  owner = await buildWorkspace(stage.app);
  admin = await buildMember(stage.app, owner.workspaceId, 'admin', 'Arjun Desai');
  home = homeOf(owner.workspaceId);
}, 30_000);
afterAll(() => stage.stop());

const visit = (path: string, look: Look = {}): Promise<Visit> =>
  stage.visit(`${home}${path}`, { as: owner, ...look });

/** A page that someone else's change reaches while it lies open. */
async function watch(path: string, ready: string): Promise<Visit> {
  const seen = await visit(path);
  await seen.page.getByText(ready).first().waitFor();
  await seen.live;
  return seen;
}

const soon = { timeout: 1_000 };

it('shows what a colleague does in another browser within a second, without a reload', async () => {
  const watched = await watch('team', 'Arjun Desai');
  const acting = await visit('team?invite=true', { as: admin });
  const form = acting.page.getByRole('dialog');
  await form.getByLabel('Work e-mail').fill('selvi@surat-silks.example');
  await form.getByRole('button', { name: 'Create invitation' }).click();
  await form.getByText('is invited').waitFor();
  const row = watched.page.getByRole('row').filter({ hasText: 'selvi@surat-silks.example' });
  await row.waitFor(soon);
  await form.getByRole('button', { name: 'Done' }).click();

  await acting.page.getByRole('link', { name: 'selvi@surat-silks.example' }).click();
  await acting.page.getByRole('button', { name: 'Withdraw invitation' }).click();
  await acting.page.getByRole('dialog').last().getByRole('button', { name: 'Withdraw invitation' }).click();
  await acting.page.getByText('was withdrawn').waitFor();
  await row.waitFor({ ...soon, state: 'detached' });
  expect([...watched.faults, ...acting.faults]).toEqual([]);
  await acting.context.close();
  await watched.context.close();
});

interface Told {
  noun: string;
  path: string;
  ready: string;
  act: () => Promise<{ status: number }>;
  seen: string;
}

const told: Told[] = [
  {
    noun: 'member',
    path: 'team',
    ready: 'Arjun Desai',
    act: () => admin.api.patch('/account', { name: 'Arjun Rao Desai' }),
    seen: 'Arjun Rao Desai',
  },
  {
    noun: 'role',
    path: 'team/roles',
    ready: 'All roles side by side',
    act: () => admin.api.post('/roles', { name: 'Festival help', permissions: ['members.read'] }),
    seen: 'Festival help',
  },
  {
    noun: 'API key',
    path: 'developers',
    ready: 'No API key yet',
    act: () => admin.api.post('/api-keys', { name: 'Till in Ring Road', permissions: ['members.read'] }),
    seen: 'Till in Ring Road',
  },
  {
    noun: 'workspace',
    path: 'health',
    ready: 'Running copies',
    act: () => admin.api.patch('/workspace', { name: 'Surat Silks & Sons' }),
    seen: 'Surat Silks & Sons',
  },
  {
    noun: 'history',
    path: '',
    ready: 'Recent activity',
    act: () => admin.api.post('/invitations', { email: 'imran@surat-silks.example', role: 'agent' }),
    seen: 'invited imran@surat-silks.example as Agent',
  },
];

it.each(told)('tells an open page about a $noun within a second', async ({ path, ready, act, seen }) => {
  const { page, faults, context } = await watch(path, ready);
  expect((await act()).status).toBeLessThan(300);
  await page.getByText(seen).first().waitFor(soon);
  expect(faults).toEqual([]);
  await context.close();
});

it('follows what the person themselves may do: more, less, and nothing any more', async () => {
  const ritu = await buildMember(stage.app, owner.workspaceId, 'agent', 'Ritu Chauhan');
  const { page, faults, live, context } = await visit('team', { as: ritu });
  await page.getByRole('link', { name: 'Ritu Chauhan' }).waitFor();
  await live;
  const developers = page.getByRole('navigation').getByRole('link', { name: 'Developers' });
  expect(await developers.count()).toBe(0);
  await owner.api.patch(`/members/${ritu.userId}`, { role: 'developer' });
  await developers.click();
  await page.getByRole('heading', { level: 1, name: 'Developers' }).waitFor();
  await owner.api.patch(`/members/${ritu.userId}`, { role: 'agent' });
  await page.getByRole('heading', { name: 'Your role does not open this page' }).waitFor();
  await owner.api.remove(`/members/${ritu.userId}`);
  await page.waitForURL('**/no-workspace');
  expect(faults).toEqual([]);
  await context.close();
});

it('says that the line is cut, and catches up once it is back', async () => {
  const { page, context } = await watch('team', 'Meera Patel');
  await context.setOffline(true);
  await page.getByText('You are offline.').waitFor();
  const farhan = await buildMember(stage.app, owner.workspaceId, 'agent', 'Farhan Shaikh');
  await context.setOffline(false);
  await page.getByRole('link', { name: 'Farhan Shaikh' }).waitFor();
  await page.getByText('You are offline.').waitFor({ state: 'detached' });
  await owner.api.remove(`/members/${farhan.userId}`);
  await page.getByRole('link', { name: 'Farhan Shaikh' }).waitFor({ state: 'detached' });
  await context.close();
});

it('says that the server is away, and loads everything anew when its history is another one', async () => {
  const { page, context } = await visit('settings');
  let away = true;
  const frame = (event: string, id: string) => `event: ${event}\nid: ${id}\ndata: {"reason":"other_log"}\n\n`;
  await page.route('**/api/v1/events/stream', (route) =>
    away
      ? route.fulfill({ status: 503, body: '' })
      : route.fulfill({ contentType: 'text/event-stream', body: `id: 1\n: open\n\n${frame('reset', '2')}` }),
  );
  await page.goto(`${stage.url}${home}team`);
  await page.getByRole('link', { name: 'Meera Patel' }).waitFor();
  await page.getByText('The server does not answer.').waitFor();
  await buildMember(stage.app, owner.workspaceId, 'agent', 'Kavya Nair');
  expect(await page.getByRole('link', { name: 'Kavya Nair' }).count()).toBe(0);
  away = false;
  await page.getByRole('link', { name: 'Kavya Nair' }).waitFor();
  await context.close();
});

/** What a person reads on a page, with instants in place of how long ago they are, which moves by itself. */
const textOf = (page: Page): Promise<string> =>
  page.locator('main').evaluate((main) => {
    const copy = main.cloneNode(true);
    for (const time of copy.querySelectorAll('time')) time.textContent = time.getAttribute('datetime');
    // How busy this machine is and how late it is are news of their own.
    return (copy.textContent ?? '').replace(/(?<=Health)(?:Ev|So).*(?=Recent)|\d+:\d\d [ap]m there now/, '');
  });

type Change = (pick: number) => Promise<unknown>;

async function pickFrom<Item>(path: string, pick: number, may: (item: Item) => boolean = () => true) {
  const { body } = await owner.api.get<{ items: Item[] }>(path);
  const items = body.items.filter(may);
  return items[pick % Math.max(1, items.length)];
}

interface Named {
  userId: string;
  roleId: string;
  keyId: string;
  invitationId: string;
  name: string;
  revokedAt: string | null;
}

const changes: Record<string, Change> = {
  invite: (pick) => owner.api.post('/invitations', { email: `guest${pick % 7}@example.in`, role: 'agent' }),
  withdraw: async (pick) => {
    const one = await pickFrom<Named>('/invitations', pick);
    return one && owner.api.remove(`/invitations/${one.invitationId}`);
  },
  join: (pick) => buildMember(stage.app, owner.workspaceId, 'agent', `Guest ${'ABCDEFG'[pick % 7]}`),
  giveRole: async (pick) => {
    const one = await pickFrom<Named>('/members', pick, ({ name }) => name.startsWith('Guest'));
    const role = await pickFrom<Named>('/roles', pick);
    const choice = role && pick % 3 > 0 ? { role: 'custom', roleId: role.roleId } : { role: 'analyst' };
    return one && owner.api.patch(`/members/${one.userId}`, choice);
  },
  remove: async (pick) => {
    const one = await pickFrom<Named>('/members', pick, ({ name }) => name.startsWith('Guest'));
    return one && owner.api.remove(`/members/${one.userId}`);
  },
  createRole: (pick) =>
    owner.api.post('/roles', { name: `Role ${pick % 5}`, permissions: ['members.read', 'events.read'] }),
  changeRole: async (pick) => {
    const one = await pickFrom<Named>('/roles', pick);
    const name = `Renamed ${pick % 5}`;
    return one && owner.api.patch(`/roles/${one.roleId}`, { name, permissions: ['workspace.read'] });
  },
  deleteRole: async (pick) => {
    const one = await pickFrom<Named>('/roles', pick);
    return one && owner.api.remove(`/roles/${one.roleId}`);
  },
  createKey: (pick) =>
    owner.api.post('/api-keys', { name: `Key ${pick % 9}`, permissions: ['members.read'] }),
  revokeKey: async (pick) => {
    const one = await pickFrom<Named>('/api-keys', pick, ({ revokedAt }) => revokedAt === null);
    return one && owner.api.remove(`/api-keys/${one.keyId}`);
  },
  rename: (pick) => admin.api.patch('/account', { name: `Arjun ${'ABCDEFG'[pick % 7]}` }),
  settings: (pick) =>
    owner.api.patch('/workspace', {
      name: `Surat Silks ${pick % 9}`,
      sessionIdleMinutes: 30 + (pick % 4) * 30,
      timeZone: pick % 2 ? 'Asia/Kolkata' : 'Asia/Dubai',
    }),
};

const pages = ['', 'team', 'team/roles', 'developers', 'settings'];

it('shows after any series of changes what a reload shows, on every page', async () => {
  const all = await Promise.all(
    pages.map(async (path) => ({ live: await watch(path, 'Surat Silks'), loaded: await visit(path) })),
  );
  const series = fc.array(fc.tuple(fc.constantFrom(...Object.keys(changes)), fc.nat(1000)), {
    minLength: 8,
    maxLength: 14,
  });
  const isSame = async ({ live, loaded }: (typeof all)[number]) => {
    await loaded.page.reload();
    await loaded.page.getByText('Surat Silks').first().waitFor();
    const texts = async () => [await textOf(live.page), await textOf(loaded.page)];
    await expect.poll(texts, { timeout: 4_000 }).toSatisfy(([one, other]: string[]) => one === other);
  };
  await fc.assert(
    fc.asyncProperty(series, async (steps) => {
      for (const [name, pick] of steps) await changes[name]?.(pick);
      for (const pair of all) await isSame(pair);
    }),
    { numRuns: 2, endOnFailure: true },
  );
  for (const { live, loaded } of all) {
    expect(live.faults).toEqual([]);
    await live.context.close();
    await loaded.context.close();
  }
}, 60_000);
