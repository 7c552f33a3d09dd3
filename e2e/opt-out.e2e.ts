import { afterAll, beforeAll, expect, it } from 'vitest';
import { plantContacts } from '../apps/server/test/contact-rows.ts';
import { buildWorkspace, type Signed } from '../apps/server/test/factories.ts';
import { approveNotice } from '../apps/server/src/modules/capture/test/notices.ts';
import { openStage, type Look, type Stage, type Visit } from './browser.ts';
import { expectFaultless } from './looks.ts';
import { homeOf } from './people.ts';

let stage: Stage;
let owner: Signed;
let home: string;

const visit = (look: Look = {}): Promise<Visit> =>
  stage.visit(`${home}consent/words`, { as: owner, ...look });

beforeAll(async () => {
  stage = await openStage();
  owner = await buildWorkspace(stage.app);
  home = homeOf(owner.workspaceId);
}, 60_000);
afterAll(() => stage.stop());

it('says what a message would be taken for, as it is typed', async () => {
  const { page, inspect, context } = await visit();
  const box = page.getByRole('textbox', { name: 'What a customer writes' });
  await box.fill('मैसेज मत भेजो 🙏');
  await page.getByText('Would stop all messages').waitFor();
  await page.getByText('Understood as Hindi').waitFor();
  await box.fill('stop at the gate');
  await page.getByText('Would change nothing').waitFor();
  expect(await inspect()).toEqual([]);
  await context.close();
});

it('hears words of one’s own, and refuses those that mean other things', async () => {
  const { page, context } = await visit();
  const words = page.getByRole('textbox', { name: 'Words' });
  await words.fill('ok');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByText('Customers say this about other things.').waitFor();
  await words.fill('Silks chhodo');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Remove Silks chhodo' }).waitFor();
  await page.getByRole('textbox', { name: 'What a customer writes' }).fill('SILKS CHHODO!');
  await page.getByText('By your own words').waitFor();
  await context.close();
});

it('keeps the link in what customers are told', async () => {
  const { page, context } = await visit();
  const text = page.getByRole('textbox', { name: 'Text' });
  await text.fill('Bye.');
  await page.getByRole('button', { name: 'Save the text' }).click();
  await page.getByText('Keep {link} in the text.').waitFor();
  await text.fill('Bye from {brand}. {link}');
  await page.getByRole('button', { name: 'Save the text' }).click();
  await page.getByRole('button', { name: 'Back to the program’s text' }).waitFor();
  await page.reload();
  await page.getByText('Bye from {brand}. {link}').waitFor();
  await context.close();
});

it('has no faults on a phone, in the dark and in Hindi', async () => {
  await expectFaultless(stage, {
    path: `${home}consent/words`,
    as: owner,
    settle: ({ page }) => page.getByText('Bye from {brand}. {link}').waitFor(),
  });
});

it('lets a customer choose by the link, with a thumb and without a script', async () => {
  await approveNotice(owner, ['promotions']);
  const [contactId] = (await plantContacts(stage.app.database, owner.workspaceId)) as [string];
  const { body } = await owner.api.post<{ url: string; suffix: string }>(
    `/contacts/${contactId}/preference-link`,
  );
  for (const theme of ['light', 'dark'] as const) {
    const { page, inspect, context } = await stage.visit(`/p/${body.suffix}?lang=en`, { width: 360, theme });
    await page.getByRole('checkbox', { name: /Offers/ }).waitFor();
    expect(await inspect()).toEqual([]);
    await page.getByRole('checkbox', { name: /Offers/ }).setChecked(theme === 'light');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved. It holds from now on.').waitFor();
    await context.close();
  }
  const state = await owner.api.get<{ granted: string[]; withdrawn: string[] }>(
    `/contacts/${contactId}/consent`,
  );
  expect(state.body).toMatchObject({ granted: [], withdrawn: ['promotions'] });
});
