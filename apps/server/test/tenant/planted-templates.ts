import { newId } from '../../src/platform/ids/index.ts';
import type { TestApp } from '../test-app.ts';

interface Planting {
  workspaceId: string;
  word: string;
  ids: Record<string, string>;
}

const content = (word: string): string =>
  JSON.stringify({
    parameterFormat: 'NAMED',
    components: [{ type: 'BODY', text: `Words of ${word} that are long enough.` }],
    variables: {},
    media: {},
    messageTtlSeconds: null,
    disclosure: null,
    foreign: [],
  });

/** Each id is a language of a family of its own, as far as it has come. */
const stages = {
  draft: 'draftVariantId',
  discarded: 'discardedVariantId',
  removed: 'removedVariantId',
  saved: 'savedVariantId',
  asking: 'askingVariantId',
  decided: 'decidedVariantId',
  withdrawn: 'withdrawnVariantId',
  submitted: 'submittedVariantId',
} as const;

/** Families of templates in every state, with what happened to them. */
export async function plantTemplates(app: TestApp, planting: Planting): Promise<void> {
  for (const stage of Object.keys(stages) as (keyof typeof stages)[]) await plantFamily(app, planting, stage);
  await plantSecondLanguage(app, planting);
  await plantSubmission(app, planting);
  const { workspaceId, word } = planting;
  await app.database.asOwner(
    `insert into template_settings (workspace_id, name_pattern, enforce_names, allow_own_approval)
     values ($1, $2, false, true)`,
    [workspaceId, `${word.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}_{topic}`],
  );
}

async function plantFamily(
  app: TestApp,
  { workspaceId, word, ids }: Planting,
  stage: keyof typeof stages,
): Promise<void> {
  const { database } = app;
  const now = app.clock.now();
  const familyId = newId(now);
  const variantId = newId(now);
  ids[stages[stage]] = variantId;
  ids[`${stage}FamilyId`] = familyId;
  const name = `${word.toLowerCase().replaceAll(/[^a-z0-9]/g, '_')}_${stage}`;
  const by = `user:${ids.ownerId}`;
  await database.asOwner(
    `insert into template_families (workspace_id, family_id, name, category, purpose, note, account_ids, created_at,
       created_by, updated_at)
     values ($1, $2, $3, 'UTILITY', $4, $4, $5, $6, $7, $6)`,
    [workspaceId, familyId, name, `${word} note`, [ids.keptAccountId], now, by],
  );
  await database.asOwner(
    `insert into template_variants (workspace_id, variant_id, family_id, language, meta_name, revision, created_at)
     values ($1, $2, $3, 'en', $4, 1, $5)`,
    [workspaceId, variantId, familyId, name, now],
  );
  await database.asOwner(
    `insert into template_history (workspace_id, entry_id, family_id, variant_id, what, at, actor, note)
     values ($1, $2, $3, $4, 'commented', $5, $6, $7)`,
    [workspaceId, newId(now), familyId, variantId, now, by, `${word} comment`],
  );
  const state = { decided: 'in_review', withdrawn: 'in_review', submitted: 'approved' }[stage as string];
  if (state === undefined)
    await database.asOwner(
      `insert into template_drafts (workspace_id, variant_id, content, problem_count, updated_at, updated_by)
       values ($1, $2, $3, 0, $4, $5)`,
      [workspaceId, variantId, content(word), now, by],
    );
  else {
    ids[`${stage}VersionId`] = newId(now);
    await database.asOwner(
      `insert into template_versions (workspace_id, version_id, variant_id, number, state, origin, category, content, note,
         created_at, created_by)
       values ($1, $2, $3, 1, $4, 'here', 'UTILITY', $5, $6, $7, $8)`,
      [workspaceId, ids[`${stage}VersionId`], variantId, state, content(word), `${word} wish`, now, by],
    );
  }
}

async function plantSecondLanguage(app: TestApp, { workspaceId, word, ids }: Planting): Promise<void> {
  ids.secondVariantId = newId(app.clock.now());
  await app.database.asOwner(
    `insert into template_variants (workspace_id, variant_id, family_id, language, meta_name, created_at)
     values ($1, $2, $3, 'hi', $4, $5)`,
    [workspaceId, ids.secondVariantId, ids.draftFamilyId, `${word.toLowerCase()}_second`, app.clock.now()],
  );
}

async function plantSubmission(app: TestApp, { workspaceId, word, ids }: Planting): Promise<void> {
  const now = app.clock.now();
  await app.database.asOwner(
    `insert into template_submissions (workspace_id, submission_id, variant_id, version_id, account_id, kind, state,
       meta_template_id, problem, created_at, created_by, answered_at)
     values ($1, $2, $3, $4, $5, 'create', 'refused', $6, $7, $8, $6, $8)`,
    [
      workspaceId,
      newId(now),
      ids.submittedVariantId,
      ids.submittedVersionId,
      ids.keptAccountId,
      `${word} id`,
      JSON.stringify({ message: `${word} reason`, code: 100, field: null, says: null, told: null }),
      now,
    ],
  );
  await app.database.asOwner(
    `insert into template_links (workspace_id, template_id, variant_id, version_id, compared_at, asked_category)
     values ($1, $2, $3, $4, $5, 'UTILITY')`,
    [workspaceId, ids.templateId, ids.submittedVariantId, ids.submittedVersionId, now],
  );
}
