import type { Permission } from '@trikon/contract';
import type { Actor, Tx } from '../../../platform/db/index.ts';
import { notFound, Refusal } from '../../../platform/errors/index.ts';
import { publish } from '../../../platform/events/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { decodeCursor, pageOf } from '../../../platform/paging/index.ts';
import { nameActors, type NamedActor } from '../actors.ts';
import { familyOf } from '../family.ts';
import { readContact } from '../read.ts';

export interface Note {
  noteId: string;
  contactId: string;
  body: string;
  author: NamedActor;
  createdAt: Date;
  editedAt: Date | null;
}

type NoteRow = Omit<Note, 'author'> & { author: Actor };

const columns = `note_id as "noteId", contact_id as "contactId", body,
  json_build_object('kind', author_kind, 'id', author_id) as author, created_at as "createdAt", edited_at as "editedAt"`;

async function withNames(tx: Tx, rows: readonly NoteRow[]): Promise<Note[]> {
  const named = await nameActors(
    tx,
    rows.map(({ author }) => author),
  );
  return rows.map((row) => ({ ...row, author: named(row.author) }));
}

interface Listing {
  contactId: string;
  cursor?: string | undefined;
  limit: number;
}

export async function listNotes(tx: Tx, { contactId, cursor, limit }: Listing) {
  await readContact(tx, contactId);
  const before = decodeCursor(cursor, ['time', 'uuid']);
  const rows = await tx.sql<NoteRow>(
    `select ${columns} from contact_notes
     where workspace_id = $1 and contact_id = any($2::uuid[])
       and ($3::timestamptz is null or (created_at, note_id) < ($3, $4::uuid))
     order by created_at desc, note_id desc limit $5`,
    [tx.workspaceId, await familyOf(tx, contactId), before?.[0] ?? null, before?.[1] ?? null, limit + 1],
  );
  const page = pageOf(rows, limit, ({ createdAt, noteId }) => [createdAt.toISOString(), noteId]);
  return { ...page, items: await withNames(tx, page.items) };
}

/** Notes by their ids, for whoever shows them among other things. */
export async function findNotes(tx: Tx, noteIds: readonly string[]): Promise<Map<string, Note>> {
  const rows = await tx.sql<NoteRow>(
    `select ${columns} from contact_notes where workspace_id = $1 and note_id = any($2::uuid[])`,
    [tx.workspaceId, noteIds],
  );
  return new Map((await withNames(tx, rows)).map((note) => [note.noteId, note]));
}

export async function writeNote(
  tx: Tx,
  { contactId, body }: { contactId: string; body: string },
): Promise<Note> {
  const contact = await readContact(tx, contactId);
  // What is written about one who was merged is about whom they became.
  const about = contact.mergedInto ?? contactId;
  const noteId = newId(tx.now);
  await tx.sql(
    `insert into contact_notes (workspace_id, note_id, contact_id, body, author_kind, author_id, created_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [tx.workspaceId, noteId, about, body, tx.actor.kind, tx.actor.id, tx.now],
  );
  await publish(tx, { type: 'contact.noted', contactId: about, data: { noteId, what: 'written' } });
  return getNote(tx, noteId);
}

async function getNote(tx: Tx, noteId: string): Promise<Note> {
  const note = (await findNotes(tx, [noteId])).get(noteId);
  if (note === undefined) throw notFound('note');
  return note;
}

const isBy = ({ author }: Note, { kind, id }: Actor): boolean => author.kind === kind && author.id === id;

export async function editNote(tx: Tx, { noteId, body }: { noteId: string; body: string }): Promise<Note> {
  const note = await getNote(tx, noteId);
  if (!isBy(note, tx.actor)) throw new Refusal('forbidden', 'Only who wrote a note can change it.');
  if (body === note.body) return note;
  const edited = await tx.sql(
    `update contact_notes set body = $3, edited_at = $4 where workspace_id = $1 and note_id = $2 returning note_id`,
    [tx.workspaceId, noteId, body, tx.now],
  );
  if (edited.length === 0) throw notFound('note');
  await publish(tx, {
    type: 'contact.noted',
    contactId: note.contactId,
    data: { noteId, what: 'edited' },
  });
  return { ...note, body, editedAt: tx.now };
}

interface Removal {
  noteId: string;
  permissions: ReadonlySet<Permission>;
}

export async function removeNote(tx: Tx, { noteId, permissions }: Removal): Promise<Record<string, never>> {
  const note = await getNote(tx, noteId);
  if (!isBy(note, tx.actor) && !permissions.has('contacts.configure'))
    throw new Refusal('forbidden', 'Only who wrote a note, or who sets up contacts, can delete it.');
  const removed = await tx.sql(
    `delete from contact_notes where workspace_id = $1 and note_id = $2 returning note_id`,
    [tx.workspaceId, noteId],
  );
  if (removed.length === 0) throw notFound('note');
  await publish(tx, {
    type: 'contact.noted',
    contactId: note.contactId,
    data: { noteId, what: 'removed' },
  });
  return {};
}
