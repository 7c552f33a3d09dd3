import type { ContactsParts } from '../../src/modules/contacts/index.ts';
import { resolveContacts } from '../../src/modules/contacts/index.ts';
import { mergePair } from '../../src/modules/contacts/merging/pair.ts';
import type { TestApp } from '../test-app.ts';

interface Planting {
  workspaceId: string;
  word: string;
  ids: Record<string, string>;
}

/** Somebody to keep, somebody to merge into them, and a merge to be undone. */
export async function plantContacts(app: TestApp, { workspaceId, word, ids }: Planting): Promise<void> {
  const parts: ContactsParts = { freezeConsent: async () => {}, carryConsent: async () => {} };
  const names = ['kept', 'spare', 'joined', 'gone'];
  const actor = { kind: 'system', id: 'test' } as const;
  await app.db.inWorkspace({ workspaceId, actor }, async (tx) => {
    const seen = names.map((name, at) => ({
      workspaceId,
      userId: `IN.${word}${at}`,
      profileName: `${word} ${name}`,
      username: `${word}.${name}`,
      at: tx.now,
      source: `${word} source`,
    }));
    const contacts = await resolveContacts(tx, parts, seen);
    for (const [at, name] of names.entries()) ids[`${name}ContactId`] = contacts[at]!.contactId;
    const pair = { contactId: ids.joinedContactId!, fromId: ids.goneContactId! };
    ids.undoneMergeId = (await mergePair(tx, parts, pair)).mergeId;
  });
}
