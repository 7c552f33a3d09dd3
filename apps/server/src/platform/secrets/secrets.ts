import type { Clock } from '../clock/index.ts';
import type { SystemTx, Tx } from '../db/index.ts';
import { assert } from '../errors/index.ts';
import { decrypt, encrypt } from './envelope.ts';
import { derive } from './master-key.ts';
import { SecretError } from './secret-error.ts';
import { WorkspaceKeys } from './workspace-keys.ts';

/** Where a secret is kept. It opens there and nowhere else. */
export interface Place {
  workspaceId: string;
  table: string;
  /** The row's primary key, without the workspace. */
  row: string;
  column: string;
}

type OrganisationPlace = Omit<Place, 'workspaceId'> & { organisationId: string };

export interface Secrets {
  seal(tx: Tx | SystemTx, place: Place, plaintext: string): Promise<Buffer>;
  open(tx: Tx | SystemTx, place: Place, sealed: Buffer): Promise<string>;
  /** The same secret under the workspace's newest key, or null when it is that already. */
  reseal(tx: Tx | SystemTx, place: Place, sealed: Buffer): Promise<Buffer | null>;
  /** Seals from now on with a new key of the workspace; older secrets still open. Returns its version. */
  rotateKey(tx: Tx | SystemTx, workspaceId: string): Promise<number>;
  /** Makes all secrets of a workspace unreadable for ever; only backups from before still hold its keys. */
  destroyKeys(tx: Tx | SystemTx, workspaceId: string): Promise<void>;
  sealForOrganisation(place: OrganisationPlace, plaintext: string): Buffer;
  openForOrganisation(place: OrganisationPlace, sealed: Buffer): string;
}

interface SecretsOptions {
  masterKey: Buffer;
  installationKey: Buffer;
  clock: Clock;
}

/** Format 1: the format, the key's version in four bytes, nonce, ciphertext, tag. Format 2 has no version. */
const workspaceFormat = 1;
const organisationFormat = 2;
const workspaceHeaderBytes = 5;

export function createSecrets({ masterKey, installationKey, clock }: SecretsOptions): Secrets {
  const keys = new WorkspaceKeys(masterKey, clock);

  async function seal(tx: Tx | SystemTx, place: Place, plaintext: string): Promise<Buffer> {
    assertReach(tx, place);
    const { version, key } = await keys.current(tx, place.workspaceId);
    const header = Buffer.alloc(workspaceHeaderBytes);
    header.writeUInt8(workspaceFormat);
    header.writeUInt32BE(version, 1);
    return encrypt(key, { header, context: contextOf(place), plaintext: Buffer.from(plaintext) });
  }

  async function open(tx: Tx | SystemTx, place: Place, sealed: Buffer): Promise<string> {
    assertReach(tx, place);
    const key = await keys.ofVersion(tx, place.workspaceId, versionOf(sealed));
    const context = contextOf(place);
    return decrypt(key, { headerBytes: workspaceHeaderBytes, context, sealed }).toString();
  }

  return {
    seal,
    open,
    reseal: async (tx, place, sealed) => {
      const { version } = await keys.current(tx, place.workspaceId);
      if (versionOf(sealed) === version) return null;
      return seal(tx, place, await open(tx, place, sealed));
    },
    rotateKey: (tx, workspaceId) => keys.rotate(tx, workspaceId),
    destroyKeys: (tx, workspaceId) => keys.destroy(tx, workspaceId),
    sealForOrganisation: (place, plaintext) =>
      encrypt(organisationKey(installationKey, place), {
        header: Buffer.from([organisationFormat]),
        context: contextOf(place),
        plaintext: Buffer.from(plaintext),
      }),
    openForOrganisation: (place, sealed) => {
      if (sealed[0] !== organisationFormat) throw unknownFormat();
      const key = organisationKey(installationKey, place);
      return decrypt(key, { headerBytes: 1, context: contextOf(place), sealed }).toString();
    },
  };
}

/**
 * An organisation has no key of its own in the database: its only secret is needed before anyone is signed in, when
 * there is no workspace and no row security to keep a key under. A derived key needs no row and no second query.
 */
const organisationKey = (installationKey: Buffer, { organisationId }: OrganisationPlace): Buffer =>
  derive(installationKey, `organisation ${organisationId}`, 32);

function contextOf(place: Place | OrganisationPlace): string[] {
  const owner = 'workspaceId' in place ? place.workspaceId : place.organisationId;
  return [owner, place.table, place.row, place.column];
}

function versionOf(sealed: Buffer): number {
  if (sealed.length < workspaceHeaderBytes || sealed[0] !== workspaceFormat) throw unknownFormat();
  return sealed.readUInt32BE(1);
}

const unknownFormat = (): SecretError =>
  new SecretError('damaged', 'A stored secret is not in a form that this version knows. Enter it again.');

/** A key in memory is not under row security, so the workspace is checked here as well. */
function assertReach(tx: Tx | SystemTx, { workspaceId }: Place): void {
  assert(
    !('workspaceId' in tx) || tx.workspaceId === workspaceId,
    'a secret is of its transaction’s workspace',
  );
}
