import { timingSafeEqual } from 'node:crypto';
import type { Database, SystemTx } from '../../platform/db/index.ts';
import { invalidField, Refusal } from '../../platform/errors/index.ts';
import { hashToken } from './invitations.ts';
import { addMember, addOrganisation, addPerson, addWorkspace } from './people.ts';

export async function needsSetUp(db: Database): Promise<boolean> {
  return db.acrossWorkspaces('account', async (tx) => !(await hasPeople(tx)));
}

interface SetUpInput {
  code: string;
  organisation: string;
  workspace: string;
  name: string;
  email: string;
  password: string;
  language: 'en' | 'hi';
}

/** The first person of an installation. The code is known only to whoever can read the program's output. */
export async function completeSetUp(
  db: Database,
  input: SetUpInput,
  code: string,
): Promise<{ workspaceId: string }> {
  return db.acrossWorkspaces('account', async (tx) => {
    // Held until the commit, so that of two who race for the first place one finds it taken.
    await tx.sql(`select pg_advisory_xact_lock(7254012)`);
    if (await hasPeople(tx))
      throw new Refusal('gone', 'This installation is set up already. Sign in instead.');
    if (!timingSafeEqual(hashToken(input.code.trim()), hashToken(code))) {
      throw invalidField(
        'code',
        'wrong_code',
        'This is not the code that the program printed when it started.',
      );
    }
    return { workspaceId: await addFirstWorkspace(tx, input, false) };
  });
}

export type FirstWorkspace = Omit<SetUpInput, 'code'>;

export async function addFirstWorkspace(tx: SystemTx, input: FirstWorkspace, demo: boolean): Promise<string> {
  const { name, email, password, language } = input;
  const userId = await addPerson(tx, { name, email, password, language });
  const organisationId = await addOrganisation(tx, input.organisation, userId);
  const timeZone = 'Asia/Kolkata';
  const workspaceId = await addWorkspace(tx, {
    organisationId,
    name: input.workspace,
    language,
    timeZone,
    demo,
  });
  await addMember(tx, { workspaceId, userId, name, email, role: 'owner', roleId: null });
  return workspaceId;
}

export async function hasPeople(tx: SystemTx): Promise<boolean> {
  return (await tx.sql(`select 1 from identity.users limit 1`)).length > 0;
}
