import type { TemplateContent } from '@trikon/contract';
import type { Tx } from '../../../platform/db/index.ts';
import { assert, invalidField, notFound, Refusal } from '../../../platform/errors/index.ts';
import { publish } from '../../../platform/events/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { emptyContent } from '../drafts/draft.ts';
import { draftsOf, writeDrafts } from '../drafts/draft-row.ts';
import { versionsOf } from '../versions/version-row.ts';
import { keyOfActor } from './actors.ts';
import { lockFamily, refuseRetired, touchFamily, variantColumns, type VariantRow } from './family-row.ts';
import { getFamily } from './get-family.ts';
import { record } from './history.ts';
import { metaNameOf } from './naming.ts';
import { getTemplateSettings, nameProblem } from './settings.ts';

interface NewFamily {
  name: string;
  category: string;
  language: string;
  purpose: string | null;
  note: string | null;
  accountIds: string[];
  content?: TemplateContent | undefined;
}

export async function createFamily(tx: Tx, wish: NewFamily) {
  const { category, language, content = emptyContent(category) } = wish;
  const familyId = await insertFamily(tx, wish);
  await addVariants(tx, { familyId, name: wish.name, category }, [{ language, content, basedOn: null }]);
  await record(tx, { familyId, what: 'created' });
  await publish(tx, { type: 'template_family.created', data: { familyId, name: wish.name, origin: 'here' } });
  return getFamily(tx, familyId);
}

async function insertFamily(tx: Tx, wish: Omit<NewFamily, 'language' | 'content'>): Promise<string> {
  const { name, category, purpose, note, accountIds } = wish;
  const problem = nameProblem(name, await getTemplateSettings(tx, tx.workspaceId));
  if (problem !== null) throw invalidField('name', 'convention', problem);
  await refuseUnknownAccounts(tx, accountIds);
  const familyId = newId(tx.now);
  const [row] = await tx.sql(
    `insert into template_families (workspace_id, family_id, name, category, purpose, note, account_ids, created_at,
       created_by, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $8) on conflict do nothing returning family_id`,
    [tx.workspaceId, familyId, name, category, purpose, note, accountIds, tx.now, keyOfActor(tx.actor)],
  );
  if (row === undefined) throw invalidField('name', 'taken', 'There is a template of this name already.');
  return familyId;
}

export async function refuseUnknownAccounts(tx: Tx, accountIds: readonly string[]): Promise<void> {
  const known = await tx.sql<{ accountId: string }>(
    `select account_id as "accountId" from whatsapp_accounts where workspace_id = $1 and account_id = any($2::uuid[])`,
    [tx.workspaceId, accountIds],
  );
  const found = new Set(known.map(({ accountId }) => accountId));
  if (accountIds.some((each) => !found.has(each)))
    throw invalidField('accountIds', 'unknown', 'One of these accounts is not connected here.');
}

interface Named {
  familyId: string;
  name: string;
  category: string;
}

interface NewVariant {
  language: string;
  content: TemplateContent;
  basedOn: string | null;
}

async function addVariants(tx: Tx, { familyId, name, category }: Named, wishes: readonly NewVariant[]) {
  const { namePattern } = await getTemplateSettings(tx, tx.workspaceId);
  const rows = wishes.map((wish) => ({
    ...wish,
    variantId: newId(tx.now),
    metaName: metaNameOf(name, wish.language, namePattern),
  }));
  const added = await tx.sql<{ variantId: string }>(
    `insert into template_variants (workspace_id, variant_id, family_id, language, meta_name, created_at)
     select $1, "variantId", $2, language, "metaName", $3
     from jsonb_to_recordset($4::jsonb) as row ("variantId" uuid, language text, "metaName" text)
     on conflict do nothing returning variant_id as "variantId"`,
    [tx.workspaceId, familyId, tx.now, JSON.stringify(rows)],
  );
  if (added.length < rows.length)
    throw invalidField('language', 'taken', 'There is a template of this name in this language already.');
  await writeDrafts(tx, rows, category);
  return rows;
}

interface Localising {
  familyId: string;
  language: string;
  fromVariantId?: string | undefined;
}

/** Another language, with the words of the first to translate. */
export async function addLanguage(tx: Tx, { familyId, language, fromVariantId }: Localising) {
  const family = await lockFamily(tx, familyId);
  refuseRetired(family);
  const from = fromVariantId === undefined ? null : await newestContents(tx, familyId);
  const model = from?.find(({ variantId }) => variantId === fromVariantId);
  if (from !== null && model === undefined) throw notFound('language of this template');
  const content = model?.content ?? emptyContent(family.category);
  const [added] = await addVariants(tx, family, [{ language, content, basedOn: null }]);
  assert(added !== undefined, 'what is added is given back');
  await touchFamily(tx, familyId);
  await record(tx, { familyId, what: 'language_added', variantId: added.variantId, after: language });
  await publish(tx, {
    type: 'template_family.changed',
    data: { familyId, name: family.name, what: 'language_added' },
  });
  return getFamily(tx, familyId);
}

/** A new family with the newest words of every language, as drafts: nothing of it was reviewed. */
export async function cloneFamily(tx: Tx, { familyId, name }: { familyId: string; name: string }) {
  const model = await lockFamily(tx, familyId);
  const contents = await newestContents(tx, familyId);
  if (contents.length === 0) throw new Refusal('conflict', 'There is nothing to copy.');
  const { category, purpose, note, accountIds } = model;
  const cloneId = await insertFamily(tx, { name, category, purpose, note, accountIds });
  await addVariants(
    tx,
    { familyId: cloneId, name, category },
    contents.map(({ language, content }) => ({ language, content, basedOn: null })),
  );
  await record(tx, { familyId: cloneId, what: 'cloned', before: model.name, after: name });
  await publish(tx, { type: 'template_family.created', data: { familyId: cloneId, name, origin: 'clone' } });
  return getFamily(tx, cloneId);
}

/** What each language says now: its draft, or else its newest version. */
async function newestContents(tx: Tx, familyId: string) {
  const variants = await tx.sql<VariantRow>(
    `select ${variantColumns} from template_variants as variant where workspace_id = $1 and family_id = $2
     order by created_at, language`,
    [tx.workspaceId, familyId],
  );
  const ids = variants.map(({ variantId }) => variantId);
  const drafts = new Map((await draftsOf(tx, ids)).map((draft) => [draft.variantId, draft.content]));
  const versions = Map.groupBy(await versionsOf(tx, ids), ({ variantId }) => variantId);
  return variants.flatMap(({ variantId, language }) => {
    const content = drafts.get(variantId) ?? versions.get(variantId)?.[0]?.content;
    return content === undefined ? [] : [{ variantId, language, content }];
  });
}
