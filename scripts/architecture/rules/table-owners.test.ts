import { expect, test } from 'vitest';
import { findingsIn, inModule } from '../test/findings-in.ts';
import { rule } from './table-owners.ts';

const contacts = {
  'apps/server/migrations/0001_a.sql': [
    'create table contacts (id uuid);',
    'create table identity.old_keys (id uuid);',
    'create table contacts_1 partition of contacts default;',
    'alter table identity.old_keys rename to keys;',
  ].join('\n'),
  [inModule('contacts/README.md')]: '# Contacts\n\nOwns: `contacts` and\n`identity.keys`.\n\nPublishes: `x`.',
};

test('the owner writes its tables from its queries and verbs, others read them', () => {
  const files = {
    ...contacts,
    [inModule('contacts/queries.ts')]: 'tx.insertInto("contacts"); sql`update identity.keys set a = 1`',
    [inModule('contacts/merge.ts')]: "db.deleteFrom('contacts')",
    [inModule('inbox/queries.ts')]: '// update contacts\ndb.selectFrom("contacts"); sql`select 1 for update`',
  };
  expect(findingsIn(rule, files)).toEqual([]);
});

test.each([
  "tx.insertInto('contacts')",
  "tx.updateTable('identity.keys')",
  'sql`insert into contacts (id) values (1)`',
  'sql`\nUPDATE contacts\nset a = 1`',
  'sql`delete from only contacts c where true`',
])('%s by someone else is found', (text) => {
  const file = inModule('inbox/assign.ts');
  expect(findingsIn(rule, { ...contacts, [file]: text })).toEqual([
    expect.stringMatching(/writes (?:contacts|identity\.keys) of apps\/server\/src\/modules\/contacts$/),
  ]);
});

test('a write in a route is found', () => {
  const file = inModule('contacts/routes.ts');
  expect(findingsIn(rule, { ...contacts, [file]: "tx.insertInto('contacts')" })).toEqual([
    `${file}:1 writes contacts here instead of in queries.ts`,
  ]);
});

test('a table that nobody, two modules, or only a README knows is found', () => {
  const files = {
    'apps/server/migrations/0001_a.sql': 'create table contacts (id uuid);\ncreate table orphans (id uuid);',
    [inModule('contacts/README.md')]: 'Owns: `contacts`',
    [inModule('inbox/README.md')]: '- **Owns:** `contacts`, `ghosts`\n- Publishes: `x`',
  };
  expect(findingsIn(rule, files)).toEqual([
    expect.stringContaining('0001_a.sql:1 contacts has several owners'),
    expect.stringContaining('0001_a.sql:2 no README.md owns the table orphans'),
    expect.stringContaining('owns ghosts, which no migration creates'),
  ]);
});
