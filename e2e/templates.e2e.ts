import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildMember, buildWorkspace, type Signed } from '../apps/server/test/factories.ts';
import type { Look, Visit } from './browser.ts';
import { openMetaStage, sample, type MetaStage } from './emulated-meta.ts';
import { expectFaultless } from './looks.ts';
import { homeOf } from './people.ts';

let stage: MetaStage;
let owner: Signed;
let writer: Signed;
let accountId: string;
let home: string;

const visit = (path: string, look: Look = {}): Promise<Visit> =>
  stage.visit(`${home}${path}`, { as: owner, ...look });

interface Written {
  familyId: string;
  variants: { variantId: string; draft: { revision: number } }[];
}

const words = 'Namaste {{first_name}}, the blue Banarasi that you asked for is back in our Surat shop.';

async function write(name: string, text = words): Promise<Written> {
  const content = {
    components: [{ type: 'BODY', text }],
    variables: text.includes('{{') ? { 'body.first_name': { sample: 'Asha', fallback: 'there' } } : {},
  };
  const wish = { name, category: 'MARKETING', language: 'en', content, accountIds: [accountId] };
  return (await writer.api.post<Written>('/template-families', wish)).body;
}

async function askForReview({ variants: [variant] }: Written): Promise<string> {
  const { body } = await writer.api.post<{ versionId: string }>(
    `/template-variants/${variant!.variantId}/review`,
    {
      revision: variant!.draft.revision,
      note: 'For the weekend',
    },
  );
  return body.versionId;
}

beforeAll(async () => {
  stage = await openMetaStage();
  owner = await buildWorkspace(stage.app);
  home = homeOf(owner.workspaceId);
  writer = await buildMember(stage.app, owner.workspaceId, 'marketer', 'Kavya Nair');
  const { appId, appSecret, token, wabaId } = sample;
  const connected = await owner.api.post<{ accountId: string }>('/numbers/connections', {
    metaAppId: appId,
    appSecret,
    token,
    wabaId,
  });
  ({ accountId } = connected.body);
}, 60_000);
afterAll(() => stage.stop());

describe('the list of templates', () => {
  it('shows what WhatsApp has, in its languages, and is narrowed in the address', async () => {
    const { page, context, faults } = await visit('templates');
    await page.getByRole('link', { name: 'order_confirmation' }).waitFor({ timeout: 20_000 });
    await page.getByTitle('hi: Approved').waitFor();
    await page.getByLabel('Find by name').fill('festive');
    await expect.poll(() => page.getByRole('link', { name: 'order_confirmation' }).count()).toBe(0);
    await page.getByRole('link', { name: 'festive_offer' }).waitFor();
    expect(new URL(page.url()).search).toContain('festive');
    await page.getByLabel('Find by name').fill('nothing like this');
    await page.getByRole('heading', { name: 'No template is like that' }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is without fault in every look', async () => {
    await expectFaultless(stage, {
      path: `${home}templates`,
      as: owner,
      settle: ({ page }) => page.getByText('order_confirmation').first().waitFor(),
    });
  });
});

describe('a template', () => {
  it('is sent back with a reason, approved, and submitted to WhatsApp, which approves it', async () => {
    const family = await write('promo_banarasi_v1');
    await askForReview(family);
    const { page, context, faults } = await visit('templates/review');
    await page.getByText('For the weekend').waitFor();
    await page.getByRole('button', { name: 'Send back' }).click();
    await page.getByText('Say what has to change').waitFor();
    await page.getByLabel('Why').fill('Well said.');
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await page.getByRole('heading', { name: 'Nothing waits for you' }).waitFor();
    await page.goto(page.url().replace('review', family.familyId));
    await page.getByRole('heading', { name: 'promo_banarasi_v1' }).waitFor();
    await page.getByRole('button', { name: 'Submit to WhatsApp' }).click();
    await page.getByRole('button', { name: 'Submit to one account' }).click();
    await page
      .getByText('In review at WhatsApp')
      .or(page.getByText('Approved', { exact: true }))
      .first()
      .waitFor();
    await page.getByText('Approved', { exact: true }).first().waitFor({ timeout: 20_000 });
    await page.getByLabel('Comment').fill('It reads well on my phone.');
    await page.getByRole('button', { name: 'Comment' }).click();
    await page.getByText('It reads well on my phone.', { exact: true }).last().waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is shown on a phone beside what it said before, and is taken back from review by its author', async () => {
    const family = await write('promo_before_v1');
    const first = await askForReview(family);
    await owner.api.post(`/template-versions/${first}/decision`, {
      decision: 'send_back',
      rationale: 'Longer',
    });
    const { variantId } = family.variants[0]!;
    const draft = (await writer.api.get<{ revision: number }>(`/template-variants/${variantId}/draft`)).body;
    const content = {
      components: [{ type: 'BODY', text: 'The green one is here as well, come and see it.' }],
    };
    const change = { revision: draft.revision, content };
    const saved = await writer.api.post<{ revision: number }>(
      `/template-variants/${variantId}/draft`,
      change,
    );
    await writer.api.post(`/template-variants/${variantId}/review`, { revision: saved.body.revision });
    const { page, context } = await visit('templates/review', { as: writer });
    const [former, now] = [page.getByLabel('Version 1 on a phone'), page.getByLabel('Version 2 on a phone')];
    await former.getByText('the blue Banarasi', { exact: false }).waitFor();
    await now.getByText('The green one is here', { exact: false }).waitFor();
    await page.goto(page.url().replace('review', family.familyId));
    await page.getByLabel('The message in English').getByText('The green one', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Take back' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click();
    await page.getByText('Taken back').first().waitFor();
    await context.close();
  });

  it('is submitted in a locked time only with a reason, and deleted at WhatsApp by name', async () => {
    const family = await write(
      'promo_locked_v1',
      'The red Paithani that you liked is in our Surat shop again, come and see it.',
    );
    const versionId = await askForReview(family);
    await owner.api.post(`/template-versions/${versionId}/decision`, { decision: 'approve' });
    const day = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    const occasion = await owner.api.post<{ occasionId: string }>('/template-occasions', {
      name: 'Anniversary sale',
      day,
    });
    const { page, context } = await visit(`templates/${family.familyId}`);
    await page.getByRole('button', { name: 'Submit to WhatsApp' }).click();
    await page.getByText(/^Submitting is locked until Anniversary sale/).waitFor();
    await page.getByRole('button', { name: 'Submit to one account' }).click();
    await page.getByText('Say in a few words why it cannot wait.').waitFor();
    await page.getByLabel('Why it cannot wait').fill('The old one names last year');
    await page.getByRole('button', { name: 'Submit to one account' }).click();
    await page.getByText('The old one names last year').waitFor();
    await owner.api.remove(`/template-occasions/${occasion.body.occasionId}`);
    await page.getByRole('button', { name: 'Delete at WhatsApp' }).click({ timeout: 20_000 });
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('promo_locked_en_v1');
    await dialog.getByRole('button', { name: 'Delete from one account' }).click();
    await page.getByText('Gone at WhatsApp').first().waitFor({ timeout: 20_000 });
    await context.close();
  });

  it('that WhatsApp rejected says why and what to do', async () => {
    const family = await write('promo_links_v1', 'Our new collection is here, see it at bit.ly/3xYz today.');
    const versionId = await askForReview(family);
    await owner.api.post(`/template-versions/${versionId}/decision`, { decision: 'approve' });
    await owner.api.post(`/template-versions/${versionId}/submit`, { accountIds: [accountId] });
    const { page, context } = await visit(`templates/${family.familyId}`);
    await page.getByText('WhatsApp finds a part of it wrongly formed.').waitFor({ timeout: 20_000 });
    await page.getByText('Use the full address of your own website.').first().waitFor();
    await page.getByRole('button', { name: 'Changes in version 1' }).click();
    await page.getByRole('dialog').getByText('This is the first version.').waitFor();
    await context.close();
  });

  it('is without fault in every look', async () => {
    const family = await write('promo_faultless_v1');
    await askForReview(family);
    await expectFaultless(stage, {
      path: `${home}templates/${family.familyId}`,
      as: owner,
      settle: ({ page }) => page.getByText('Kavya Nair').first().waitFor(),
    });
    await expectFaultless(stage, {
      path: `${home}templates/review`,
      as: owner,
      settle: ({ page }) => page.getByText('For the weekend').first().waitFor(),
    });
  });

  it('that is not there is said to be so', async () => {
    const { page, context } = await visit(`templates/${owner.workspaceId}`);
    await page.getByRole('heading', { name: 'There is no such template here' }).waitFor();
    await context.close();
  });
});

it('the names of templates are set up by who may approve, and only shown to others', async () => {
  const { page, context } = await visit('templates/naming');
  await page.getByLabel('How names look').fill('{topic}_{language}');
  await page.getByText('restock_en').waitFor();
  await page.getByLabel('How names look').fill('nothing');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('A name has to say what it is about').first().waitFor();
  await page.getByLabel('How names look').fill('{class}_{topic}_{language}_v{version}');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved', { exact: true }).first().waitFor();
  await context.close();
  await expectFaultless(stage, {
    path: `${home}templates/naming`,
    as: writer,
    settle: ({ page: other }) => other.getByRole('textbox').first().waitFor(),
  });
});
