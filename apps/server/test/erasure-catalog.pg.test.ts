import { afterAll, beforeAll, expect, test } from 'vitest';
import { erasers } from '../src/rights.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

/** Tables that no eraser names, each with the reason. A new table stands here or belongs to an eraser. */
const holdNothing: Record<string, string[]> = {
  'of the business and its members': [
    'workspaces',
    'roles',
    'members',
    'invitations',
    'api_keys',
    'workspace_keys',
    'sign_ins',
    'whatsapp_apps',
    'whatsapp_accounts',
    'numbers',
    'number_health',
    'number_lanes',
    'gate_policies',
    'budgets',
    'budget_periods',
    'price_entries',
    'cost_meters',
    'cost_reservations',
    'status_pulses',
    'country_stops',
    'contact_tags',
    'contact_fields',
    'contact_block_checks',
    'consent_purposes',
    'consent_notices',
    'consent_notice_drafts',
    'consent_notice_versions',
    'opt_out_words',
    'opt_out_settings',
    'suppression_lists',
    'entry_points',
    'entry_point_days',
    'rights_settings',
    'send_sources',
  ],
  'of templates, which are for everybody': [
    'templates',
    'template_families',
    'template_variants',
    'template_versions',
    'template_drafts',
    'template_links',
    'template_submissions',
    'template_history',
    'template_settings',
    'template_care',
    'template_occasions',
    'template_reminders',
    'template_actions',
    'template_controls',
    'template_days',
    'template_days_due',
    'template_pace_days',
    'template_rules',
    'template_spans',
    'template_turns',
  ],
  'ids and times alone: the id leads to an emptied contact': [
    'conversations',
    'recent_sends',
    'portfolio_reach',
    'contact_bulk_chunks',
    'webhook_shares',
    'template_sends',
    'template_responses',
  ],
  'the ledger: what is personal lies in consent_details': [
    'consent_entries',
    'consent_states',
    'consent_unsealed',
    'consent_seals',
    'consent_ledgers',
    'consent_checkpoints',
    'consent_verifications',
  ],
  'of erasures: names go when one ends, marks cannot be read': ['erasures', 'erased_identities'],
};

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('every table is emptied by an eraser when somebody is erased, or holds nothing of anybody', async () => {
  const tables = await database.asOwner<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
       and not relispartition order by 1`,
  );
  const named = [...erasers.flatMap((eraser) => eraser.tables), ...Object.values(holdNothing).flat()];
  expect(tables.map(({ name }) => name).filter((name) => !named.includes(name))).toEqual([]);
  expect(named.filter((name) => !tables.some((table) => table.name === name))).toEqual([]);
  expect(named.filter((name, at) => named.indexOf(name) !== at)).toEqual([]);
});

test('names of erasers are their own', () => {
  const names = erasers.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
