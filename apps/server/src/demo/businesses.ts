import type { BuiltInRole } from '@trikon/contract';
import type { SystemTx } from '../platform/db/index.ts';
import {
  addFirstWorkspace,
  addMember,
  addPerson,
  addRole,
  addWorkspaceTo,
} from '../modules/workspaces/index.ts';

export const demoOwner = { name: 'Meera Patel', email: 'meera@surat-silks.example' };

interface Colleague {
  name: string;
  email: string;
  role: BuiltInRole;
}

/** The people of a saree brand in Surat and of a dental clinic in Pune, which one family owns. */
const sareeTeam: Colleague[] = [
  { name: 'Arjun Desai', email: 'arjun@surat-silks.example', role: 'admin' },
  { name: 'Farhan Shaikh', email: 'farhan@surat-silks.example', role: 'supervisor' },
  { name: 'Kavya Nair', email: 'kavya@surat-silks.example', role: 'agent' },
  { name: 'Ritu Chauhan', email: 'ritu@surat-silks.example', role: 'agent' },
  { name: 'செல்வி முருகன்', email: 'selvi@surat-silks.example', role: 'agent' },
  { name: 'Devansh Mehta', email: 'devansh@surat-silks.example', role: 'marketer' },
  { name: 'Imran Qureshi', email: 'imran@surat-silks.example', role: 'commerce' },
  { name: 'Lakshmi Iyer', email: 'lakshmi@surat-silks.example', role: 'compliance' },
  { name: 'Tenzin Dolma', email: 'tenzin@surat-silks.example', role: 'developer' },
];

const clinicTeam: Colleague[] = [
  { name: 'Dr. Anjali Kulkarni', email: 'anjali@sahyadri-dental.example', role: 'admin' },
  { name: 'सुनीता जाधव', email: 'sunita@sahyadri-dental.example', role: 'operations' },
  { name: 'Rohan Pawar', email: 'rohan@sahyadri-dental.example', role: 'agent' },
];

export async function addBusinesses(tx: SystemTx, password: string): Promise<void> {
  const sarees = await addFirstWorkspace(
    tx,
    {
      organisation: 'Patel Family Businesses',
      workspace: 'Surat Silks',
      language: 'en',
      password,
      ...demoOwner,
    },
    true,
  );
  const clinic = await addWorkspaceTo(tx, sarees, { name: 'Sahyadri Dental Care', language: 'hi' });
  for (const colleague of sareeTeam) await addColleague(tx, sarees, colleague);
  for (const colleague of clinicTeam) await addColleague(tx, clinic, colleague);
  await addRole(tx, sarees, {
    name: 'Festival help',
    description: 'Seasonal staff in the weeks before Diwali',
    permissions: ['workspace.read', 'members.read'],
  });
}

/** Colleagues have no password: only the owner signs in, and a password link makes any of them usable. */
async function addColleague(
  tx: SystemTx,
  workspaceId: string,
  { role, ...person }: Colleague,
): Promise<void> {
  const userId = await addPerson(tx, { ...person, password: null, language: 'en' });
  await addMember(tx, { workspaceId, userId, ...person, role, roleId: null });
}
