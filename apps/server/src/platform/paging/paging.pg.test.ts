import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildWorkspace, type Signed } from '../../../test/factories.ts';
import { startTestApp, type TestApp } from '../../../test/test-app.ts';

let app: TestApp;
let owner: Signed;
const size = 1_000;

beforeAll(async () => {
  app = await startTestApp({ TRIKON_RATE_LIMIT: 'off', TRIKON_CHECK_ANSWERS: 'off' });
  owner = await buildWorkspace(app);
  await addMembers(size - 1, '');
});
afterAll(() => app.stop());

// Equal names, names that differ in case alone, and letters whose lower case is another thing in each language.
const names = [
  'Meera',
  'meera',
  'MEERA',
  'Élodie',
  'élodie',
  'İpek',
  'IPEK',
  'ıpek',
  'Straße',
  'मीरा',
  '李',
  'Ωmega',
  '🙂',
  "O'Neil",
];

async function addMembers(count: number, suffix: string): Promise<void> {
  await app.database.asOwner(
    `insert into members (workspace_id, user_id, name, email, role, joined_at)
     select $1, gen_random_uuid(), ($2::text[])[1 + n % cardinality($2::text[])] || $3,
       n || $3 || '@example.in', 'agent', now()
     from generate_series(1, $4) n`,
    [owner.workspaceId, names, suffix, count],
  );
}

interface Page {
  items: { userId: string; email: string }[];
  nextCursor: string | null;
}

async function walk(limit: number, between: () => Promise<void> = async () => {}): Promise<string[]> {
  const seen: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const query: string = cursor === '' ? `limit=${limit}` : `limit=${limit}&cursor=${cursor}`;
    const { body }: { body: Page } = await owner.api.get<Page>(`/members?${query}`);
    expect(body.items.length).toBeLessThanOrEqual(limit);
    seen.push(...body.items.map(({ userId }) => userId));
    // A cursor that leads back would go on for ever.
    expect(seen.length).toBeLessThanOrEqual(size * 3);
    cursor = body.nextCursor;
    await between();
  }
  return seen;
}

describe('a list of a thousand', () => {
  test.each([1, 2, 3, 7, 10, 49, 50, 99, 100, 143, 199, 200])(
    'in pages of %i has everyone once',
    { timeout: 30_000 },
    async (limit) => {
      const seen = await walk(limit);
      expect(seen).toHaveLength(size);
      expect(new Set(seen).size).toBe(size);
    },
  );

  test('has everyone who was there before once, while others join and leave', async () => {
    const before = await walk(200);
    let added = 0;
    const seen = await walk(50, async () => {
      added += 1;
      await addMembers(20, ` ${added}`);
      await app.database.asOwner(`delete from members where email like $1`, [`1 ${added}@%`]);
    });
    expect(new Set(seen).size).toBe(seen.length);
    expect(before.filter((userId) => !seen.includes(userId))).toEqual([]);
  });
});
