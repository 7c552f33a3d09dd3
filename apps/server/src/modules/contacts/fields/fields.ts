import type { Tx } from '../../../platform/db/index.ts';
import { invalidField, notFound, Refusal } from '../../../platform/errors/index.ts';
import { publish } from '../../../platform/events/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { keyOfName } from './key-of-name.ts';
import type { FieldKind } from './read-field-value.ts';

export interface ContactField {
  fieldId: string;
  key: string;
  name: string;
  kind: FieldKind;
  choices: string[];
  createdAt: Date;
  archivedAt: Date | null;
}

const columns = `field_id as "fieldId", key, name, kind, choices, created_at as "createdAt", archived_at as "archivedAt"`;
/** More would make every contact slow to read, and no form has room for them. */
const mostFields = 200;

export async function listFields(tx: Tx): Promise<ContactField[]> {
  return tx.sql<ContactField>(
    `select ${columns} from contact_fields where workspace_id = $1
     order by archived_at is not null, place, created_at, field_id`,
    [tx.workspaceId],
  );
}

interface NewField {
  name: string;
  kind: FieldKind;
  key?: string | undefined;
  choices?: string[] | undefined;
}

export async function createField(
  tx: Tx,
  { name, kind, key, choices = [] }: NewField,
): Promise<ContactField> {
  checkChoices(kind, choices);
  // Nobody else adds or orders fields meanwhile: place and key are decided by what is there.
  await tx.sql('select from workspaces where workspace_id = $1 for no key update', [tx.workspaceId]);
  const there = await listFields(tx);
  if (there.length >= mostFields)
    throw new Refusal('conflict', `There are ${mostFields} fields, which is all there can be.`);
  const taken = new Set(there.map((field) => field.key));
  if (key !== undefined && taken.has(key))
    throw invalidField('key', 'taken', `Another field has the key ${key}. Choose another.`);
  const fieldId = newId(tx.now);
  await tx.sql(
    `insert into contact_fields (workspace_id, field_id, key, name, kind, choices, place, created_at)
     select $1, $2, $3, $4, $5, $6, coalesce(max(place), 0) + 1, $7 from contact_fields where workspace_id = $1`,
    [tx.workspaceId, fieldId, key ?? keyOfName(name, taken), name, kind, choices, tx.now],
  );
  await publish(tx, { type: 'contact_fields.changed', data: { fieldIds: [fieldId], what: 'added' } });
  return readField(tx, fieldId);
}

async function readField(tx: Tx, fieldId: string): Promise<ContactField> {
  const [field] = await tx.sql<ContactField>(
    `select ${columns} from contact_fields where workspace_id = $1 and field_id = $2`,
    [tx.workspaceId, fieldId],
  );
  if (field === undefined) throw notFound('field');
  return field;
}

interface FieldChange {
  fieldId: string;
  name?: string | undefined;
  choices?: string[] | undefined;
  archived?: boolean | undefined;
}

export async function updateField(
  tx: Tx,
  { fieldId, name, choices, archived }: FieldChange,
): Promise<ContactField> {
  const before = await readField(tx, fieldId);
  if (choices !== undefined) checkChoices(before.kind, choices);
  await tx.sql(
    `update contact_fields set name = coalesce($3, name), choices = coalesce($4::text[], choices),
       archived_at = case $5::boolean when true then coalesce(archived_at, $6) when false then null else archived_at end
     where workspace_id = $1 and field_id = $2`,
    [tx.workspaceId, fieldId, name ?? null, choices ?? null, archived ?? null, tx.now],
  );
  const isArchived = before.archivedAt !== null;
  const what =
    archived === undefined || archived === isArchived ? 'changed' : archived ? 'archived' : 'restored';
  await publish(tx, { type: 'contact_fields.changed', data: { fieldIds: [fieldId], what } });
  return readField(tx, fieldId);
}

/** Those that are not named keep their order behind the named ones. */
export async function orderFields(tx: Tx, fieldIds: readonly string[]): Promise<ContactField[]> {
  if (new Set(fieldIds).size < fieldIds.length)
    throw invalidField('fieldIds', 'twice', 'Name each field once.');
  const known = new Set((await listFields(tx)).map((field) => field.fieldId));
  if (fieldIds.some((fieldId) => !known.has(fieldId))) throw notFound('field');
  await tx.sql(
    `update contact_fields field set place = ordered.place
     from (select field_id, row_number() over (order by array_position($2::uuid[], field_id), place, created_at, field_id) as place
       from contact_fields where workspace_id = $1) ordered
     where field.workspace_id = $1 and field.field_id = ordered.field_id`,
    [tx.workspaceId, fieldIds],
  );
  await publish(tx, { type: 'contact_fields.changed', data: { fieldIds: [...fieldIds], what: 'ordered' } });
  return listFields(tx);
}

function checkChoices(kind: FieldKind, choices: readonly string[]): void {
  const isChosen = kind === 'choice' || kind === 'choices';
  if (isChosen && choices.length === 0)
    throw invalidField('choices', 'missing', 'Say what may be chosen: at least one choice.');
  if (!isChosen && choices.length > 0)
    throw invalidField('choices', 'not_chosen', 'Only fields in which one chooses have choices.');
  const distinct = new Set(choices.map((choice) => choice.normalize('NFC').toLowerCase()));
  if (distinct.size < choices.length)
    throw invalidField('choices', 'twice', 'Two choices are the same but for capitals. Name each once.');
}
