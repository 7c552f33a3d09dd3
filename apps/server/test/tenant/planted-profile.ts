import { newId } from '../../src/platform/ids/index.ts';
import type { TestApp } from '../test-app.ts';

interface Planting {
  workspaceId: string;
  word: string;
  ids: Record<string, string>;
}

/** What is noted of the contact that stays: own fields, notes, and that a number blocks them. */
export async function plantProfile(app: TestApp, { workspaceId, word, ids }: Planting): Promise<void> {
  const now = app.clock.now();
  for (const [place, name] of ['kept', 'changed'].entries()) {
    ids[`${name}FieldId`] = newId(now);
    await app.database.asOwner(
      `insert into contact_fields (workspace_id, field_id, key, name, kind, choices, place, created_at)
       values ($1, $2, $3, $4, 'choice', $5, $6, $7)`,
      [
        workspaceId,
        ids[`${name}FieldId`],
        `${name}_field`,
        `${word} ${name}`,
        [`${word} choice`],
        place,
        now,
      ],
    );
  }
  for (const name of ['edited', 'removed']) {
    ids[`${name}NoteId`] = newId(now);
    await app.database.asOwner(
      `insert into contact_notes (workspace_id, note_id, contact_id, body, author_kind, author_id, created_at)
       values ($1, $2, $3, $4, 'user', $5, $6)`,
      [workspaceId, ids[`${name}NoteId`], ids.keptContactId, `${word} note`, ids.ownerId, now],
    );
  }
  await app.database.asOwner(
    `with block as (
       insert into contact_blocks (workspace_id, contact_id, number_id, blocked_at, changed_at) values ($1, $2, $3, $4, $4)
     )
     insert into contact_block_checks (workspace_id, number_id, checked_at) values ($1, $3, $4)`,
    [workspaceId, ids.keptContactId, ids.keptNumberId, now],
  );
}
