import { newId } from '../../src/platform/ids/index.ts';
import type { TestApp } from '../test-app.ts';

interface Planting {
  workspaceId: string;
  word: string;
  ids: Record<string, string>;
}

/** A contact who agreed to something and is held, and a template. */
export async function plantConsent(app: TestApp, { workspaceId, word, ids }: Planting): Promise<void> {
  const { database, clock } = app;
  const now = clock.now();
  for (const name of ['heldContactId', 'consentEntryId', 'templateId']) ids[name] = newId(now);
  await database.asOwner(
    `insert into contacts (workspace_id, contact_id, name, source, created_at, updated_at) values ($1, $2, $3, $3, $4, $4)`,
    [workspaceId, ids.heldContactId, `${word} held`, now],
  );
  await database.asOwner(
    `insert into consent_entries (workspace_id, entry_id, contact_id, kind, reason, source, at, actor_kind, actor_id, recorded_at)
     values ($1, $2, $3, 'frozen', $4, $4, $5, 'system', $4, $5)`,
    [workspaceId, ids.consentEntryId, ids.heldContactId, `${word} freeze`, now],
  );
  await database.asOwner(
    `insert into consent_states (workspace_id, contact_id, frozen_at, frozen_reason, updated_at) values ($1, $2, $4, $3, $4)`,
    [workspaceId, ids.heldContactId, `${word} freeze`, now],
  );
  await database.asOwner(
    `insert into templates (workspace_id, template_id, account_id, meta_template_id, name, language, category, status,
       parameter_format, components, created_at, updated_at, status_at, category_at, quality_at, components_at, synced_at)
     values ($1, $2, $3, $4, $4, 'en', 'UTILITY', 'APPROVED', 'POSITIONAL',
       jsonb_build_array(jsonb_build_object('type', 'BODY', 'text', $4::text)), $5, $5, $5, $5, $5, $5, $5)`,
    [workspaceId, ids.templateId, ids.keptAccountId, `${word}_template`, now],
  );
}
