import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testMasterKey } from '../../../test/global-database.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/test-database.ts';
import type { Tx } from '../db/index.ts';
import { newId } from '../ids/index.ts';
import {
  checkMasterKey,
  createSecrets,
  masterKeyId,
  openInstallationKey,
  rewrapAll,
  type Place,
  type Secrets,
} from './index.ts';

const surat = newId(new Date());
const pune = newId(new Date());
const actor = { kind: 'system', id: 'test' } as const;
const token: Place = { workspaceId: surat, table: 'numbers', row: newId(new Date()), column: 'token' };
const organisationPlace = { organisationId: surat, table: 'sign_on_providers', row: pune, column: 'secret' };

let database: TestDatabase;
let secrets: Secrets;

beforeAll(async () => {
  database = await createTestDatabase();
  for (const workspaceId of [surat, pune]) {
    await inWorkspace(workspaceId, (tx) =>
      tx.sql(
        `insert into workspaces (workspace_id, organisation_id, name, created_at, updated_at) values ($1, $1, 'x', $2, $2)`,
        [workspaceId, tx.now],
      ),
    );
  }
});

beforeEach(async () => {
  secrets = await freshSecrets();
});

afterAll(() => database.drop());

/** As another copy of the program would have them: nothing in memory yet. */
async function freshSecrets(masterKey = testMasterKey): Promise<Secrets> {
  const { db, clock } = database;
  const installationKey = await db.acrossWorkspaces('maintenance', (tx) =>
    openInstallationKey(tx, masterKey),
  );
  return createSecrets({ masterKey, installationKey, clock });
}

function inWorkspace<T>(workspaceId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.db.inWorkspace({ workspaceId, actor }, work);
}

const seal = (place: Place, plaintext: string): Promise<Buffer> =>
  inWorkspace(place.workspaceId, (tx) => secrets.seal(tx, place, plaintext));
const open = (place: Place, sealed: Buffer): Promise<string> =>
  inWorkspace(place.workspaceId, (tx) => secrets.open(tx, place, sealed));

describe('a sealed secret', () => {
  test.each(['EAAG-token', '', 'पासवर्ड 🔐', 'x'.repeat(100_000)])(
    'opens where it was sealed (%#)',
    async (text) => {
      const sealed = await seal(token, text);
      if (text.length > 3) expect(sealed.includes(Buffer.from(text))).toBe(false);
      expect(await open(token, sealed)).toBe(text);
      secrets = await freshSecrets();
      expect(await open(token, sealed)).toBe(text);
    },
  );

  test('is different each time', async () => {
    expect(await seal(token, 'same')).not.toEqual(await seal(token, 'same'));
  });

  test.each([
    ['row', { ...token, row: newId(new Date()) }],
    ['column', { ...token, column: 'app_secret' }],
    ['table', { ...token, table: 'webhooks' }],
    ['workspace', { ...token, workspaceId: pune }],
  ])('does not open in another %s', async (_, place) => {
    await seal(place, 'so that the other place has a key as well');
    await expect(open(place, await seal(token, 'EAAG-token'))).rejects.toMatchObject({ code: 'damaged' });
  });

  test('tells no two places apart wrongly', async () => {
    const sealed = await seal({ ...token, table: 'a', row: 'b","c', column: 'd' }, 'x');
    await expect(open({ ...token, table: 'a', row: 'b', column: 'c","d' }, sealed)).rejects.toMatchObject({
      code: 'damaged',
    });
  });

  test('does not open when any bit of it was changed', async () => {
    const sealed = await seal(token, 'EAAG-token');
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = Buffer.from(sealed);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      await expect(open(token, changed)).rejects.toMatchObject({ name: 'SecretError' });
    }
    for (const length of [0, 1, 4, 5, 20, sealed.length - 1]) {
      await expect(open(token, sealed.subarray(0, length))).rejects.toMatchObject({ code: 'damaged' });
    }
  });

  test('is not opened for a transaction of another workspace, not even from memory', async () => {
    const sealed = await seal(token, 'EAAG-token');
    await expect(inWorkspace(pune, (tx) => secrets.open(tx, token, sealed))).rejects.toThrow(
      /of its transaction/,
    );
  });

  test('opens on the paths that serve all workspaces', async () => {
    const sealed = await seal(token, 'EAAG-token');
    const opened = await database.db.acrossWorkspaces('jobs', (tx) => secrets.open(tx, token, sealed));
    expect(opened).toBe('EAAG-token');
  });
});

describe('a workspace’s key', () => {
  test('is made once, however many begin at the same time', async () => {
    const workspaceId = newId(new Date());
    await inWorkspace(workspaceId, (tx) =>
      tx.sql(
        `insert into workspaces (workspace_id, organisation_id, name, created_at, updated_at) values ($1, $1, 'x', $2, $2)`,
        [workspaceId, tx.now],
      ),
    );
    const place = { ...token, workspaceId };
    const copies = await Promise.all(Array.from({ length: 5 }, () => freshSecrets()));
    const sealed = await Promise.all(
      copies.map((copy, at) => inWorkspace(workspaceId, (tx) => copy.seal(tx, place, `secret ${at}`))),
    );
    const opened = await Promise.all(sealed.map((each) => open(place, each)));
    expect(opened).toEqual([0, 1, 2, 3, 4].map((at) => `secret ${at}`));
  });

  test('is not remembered when the transaction that made it fails', async () => {
    const workspaceId = newId(new Date());
    const place = { ...token, workspaceId };
    const add = (tx: Tx): Promise<unknown> =>
      tx.sql(
        `insert into workspaces (workspace_id, organisation_id, name, created_at, updated_at) values ($1, $1, 'x', $2, $2)`,
        [workspaceId, tx.now],
      );
    const failing = inWorkspace(workspaceId, async (tx) => {
      await add(tx);
      await secrets.seal(tx, place, 'first');
      await secrets.seal(tx, place, 'second');
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    await inWorkspace(workspaceId, add);
    const sealed = await seal(place, 'third');
    secrets = await freshSecrets();
    expect(await open(place, sealed)).toBe('third');
  });

  test('can be changed, and what was sealed before still opens', async () => {
    const before = await seal(token, 'old');
    const version = await inWorkspace(surat, (tx) => secrets.rotateKey(tx, surat));
    const after = await seal(token, 'new');
    expect(after.readUInt32BE(1)).toBe(version);
    expect(before.readUInt32BE(1)).toBe(version - 1);
    expect([await open(token, before), await open(token, after)]).toEqual(['old', 'new']);
    const moved = await inWorkspace(surat, (tx) => secrets.reseal(tx, token, before));
    expect(moved?.readUInt32BE(1)).toBe(version);
    expect(await open(token, moved!)).toBe('old');
    expect(await inWorkspace(surat, (tx) => secrets.reseal(tx, token, moved!))).toBeNull();
  });

  test('takes all secrets with it when it is destroyed, in other copies within a minute', async () => {
    const place = { ...token, workspaceId: pune };
    const sealed = await seal(place, 'gone');
    const other = await freshSecrets();
    const openElsewhere = (): Promise<string> => inWorkspace(pune, (tx) => other.open(tx, place, sealed));
    expect(await openElsewhere()).toBe('gone');
    await inWorkspace(pune, (tx) => secrets.destroyKeys(tx, pune));
    await expect(open(place, sealed)).rejects.toMatchObject({ code: 'key_gone' });
    database.clock.advance(61_000);
    await expect(openElsewhere()).rejects.toMatchObject({ code: 'key_gone' });
    await seal(place, 'a new beginning');
    await expect(open(place, sealed)).rejects.toMatchObject({ code: 'damaged' });
  });
});

describe('an organisation’s secret', () => {
  test('opens in its place and in no other', () => {
    const sealed = secrets.sealForOrganisation(organisationPlace, 'client secret');
    expect(secrets.openForOrganisation(organisationPlace, sealed)).toBe('client secret');
    for (const place of [
      { ...organisationPlace, organisationId: pune },
      { ...organisationPlace, row: surat },
      { ...organisationPlace, column: 'other' },
    ]) {
      expect(() => secrets.openForOrganisation(place, sealed)).toThrow(/damaged/);
    }
  });

  test('is not mistaken for a workspace’s, nor the other way round', async () => {
    const ofWorkspace = await seal(token, 'x');
    expect(() => secrets.openForOrganisation(organisationPlace, ofWorkspace)).toThrow(/form/);
    const ofOrganisation = secrets.sealForOrganisation(organisationPlace, 'x');
    await expect(open(token, ofOrganisation)).rejects.toThrow(/form/);
  });
});

describe('the master key', () => {
  const other = Buffer.alloc(32, 9);

  test('is checked before anything is written', async () => {
    const url = database.ownerUrl;
    await checkMasterKey({ url, masterKey: testMasterKey });
    await expect(checkMasterKey({ url, masterKey: other })).rejects.toThrow(
      /protected by the master key [0-9a-f]{12}, but the program was given [0-9a-f]{12}\. Put the right key/,
    );
    await expect(freshSecrets(other)).rejects.toMatchObject({ code: 'wrong_master_key' });
  });

  test('does not appear in its id', () => {
    expect(masterKeyId(testMasterKey)).not.toBe(masterKeyId(other));
    expect(testMasterKey.toString('hex')).not.toContain(masterKeyId(testMasterKey));
  });

  test('is changed by wrapping every key anew: everything opens, the old one opens nothing', async () => {
    const next = randomBytes(32);
    const { db } = database;
    await inWorkspace(surat, (tx) => secrets.rotateKey(tx, surat));
    const sealed = await seal(token, 'EAAG-token');
    const ofOrganisation = secrets.sealForOrganisation(organisationPlace, 'client secret');
    const installationKey = await db.acrossWorkspaces('maintenance', (tx) =>
      openInstallationKey(tx, testMasterKey),
    );

    const report = await rewrapAll(db, testMasterKey, next);
    expect(report.workspaceKeys).toBeGreaterThan(1);
    expect(report.next.join(' ')).toMatch(/TRIKON_MASTER_KEY.*database roles/);
    await expect(freshSecrets(testMasterKey)).rejects.toMatchObject({ code: 'wrong_master_key' });
    const stale = createSecrets({ masterKey: testMasterKey, installationKey, clock: database.clock });
    await expect(inWorkspace(surat, (tx) => stale.open(tx, token, sealed))).rejects.toMatchObject({
      code: 'wrong_master_key',
    });
    secrets = await freshSecrets(next);
    expect(await open(token, sealed)).toBe('EAAG-token');
    expect(secrets.openForOrganisation(organisationPlace, ofOrganisation)).toBe('client secret');
    await rewrapAll(db, next, testMasterKey);
  });

  test('is not changed while a copy of the program runs', async () => {
    await database.asOwner(
      `insert into system.processes values (gen_random_uuid(), 'host', 1, '1', '{}', '{}', now(), now())`,
    );
    await expect(rewrapAll(database.db, testMasterKey, other)).rejects.toThrow(
      'Stop all copies of the program first: 1 still runs with the old master key.',
    );
    await database.asOwner('delete from system.processes');
  });

  test('is not changed by someone who does not have it', async () => {
    await expect(rewrapAll(database.db, other, randomBytes(32))).rejects.toMatchObject({
      code: 'wrong_master_key',
    });
    await expect(freshSecrets()).resolves.toBeDefined();
  });
});
