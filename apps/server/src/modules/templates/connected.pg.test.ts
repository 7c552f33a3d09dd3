import { afterAll, beforeAll, expect, test } from 'vitest';
import { openMetaStage, silks, type MetaStage } from '../../../test/meta/stage.ts';

let stage: MetaStage;
beforeAll(async () => {
  stage = await openMetaStage({ TRIKON_ROLES: 'api,ingest,worker' });
});
afterAll(() => stage[Symbol.asyncDispose]());

test('whoever connects an account sees its templates by themselves', async () => {
  const { api } = stage.owner;
  await api.post('/numbers/connections', silks);
  const count = async (): Promise<number> =>
    (await api.get<{ items: object[] }>('/templates')).body.items.length;
  await expect.poll(count, { timeout: 15_000 }).toBe(6);
});
