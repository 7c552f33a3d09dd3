import type { TemplateContent } from '@trikon/contract';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildMember, buildWorkspace, type Signed } from '../apps/server/test/factories.ts';
import { openStage, type Look, type Stage, type Visit } from './browser.ts';
import { expectFaultless } from './looks.ts';
import { homeOf } from './people.ts';

let stage: Stage;
let owner: Signed;
let home: string;

const visit = (path: string, look: Look = {}): Promise<Visit> =>
  stage.visit(`${home}${path}`, { as: owner, ...look });

const diwali: TemplateContent = {
  parameterFormat: 'NAMED',
  components: [
    { type: 'HEADER', format: 'IMAGE' },
    {
      type: 'BODY',
      text: '🪔 Happy Diwali, *{{name}}*!\n\nThis week in {{city}}:\n- Kanjivaram from ₹4,999 ~₹7,499~\n- Paithani from ₹3,499\n\nUntil {{end}}, for the whole family.',
    },
    { type: 'FOOTER', text: 'Reply STOP to stop these messages' },
    {
      type: 'BUTTONS',
      buttons: [
        { type: 'URL', text: 'See the sarees', url: 'https://surat-silks.example/diwali' },
        { type: 'PHONE_NUMBER', text: 'Call the shop', phone_number: '+912612345678' },
        { type: 'QUICK_REPLY', text: 'More photos' },
        { type: 'QUICK_REPLY', text: 'Not this year' },
      ],
    },
  ],
  variables: {
    'body.name': { sample: 'Asha', fallback: 'friend', source: 'contact.name' },
    'body.city': { sample: 'Surat', fallback: null, source: 'contact.city' },
    'body.end': { sample: '31 October', fallback: null, source: null },
  },
  media: {},
  messageTtlSeconds: null,
  disclosure: null,
  foreign: [],
};

/** One pixel, which is enough to be a photo. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

interface Family {
  familyId: string;
  variants: { variantId: string; language: string; versions: unknown[] }[];
}

let made = 0;

async function makeFamily(content: TemplateContent = diwali): Promise<Family> {
  made += 1;
  const { body } = await owner.api.post<Family>('/template-families', {
    name: `promo_diwali_${'abcdefghijkl'[made]}_v1`,
    category: 'MARKETING',
    language: 'en',
    content,
  });
  return body;
}

const draftOf = async ({ variants: [variant] }: Family) => {
  const { body } = await owner.api.get<{ content: TemplateContent; revision: number }>(
    `/template-variants/${variant!.variantId}/draft`,
  );
  return body;
};

const bodyOf = ({ components }: TemplateContent): string =>
  components.find((each) => each.type === 'BODY')?.text ?? '';

const message = (page: Page) => page.getByLabel('Words of the message');
const phone = (page: Page) => page.getByRole('figure', { name: 'The message as the customer sees it' });
const saved = (page: Page) => page.getByText('Saved', { exact: true }).waitFor();

beforeAll(async () => {
  stage = await openStage();
  owner = await buildWorkspace(stage.app);
  home = homeOf(owner.workspaceId);
}, 60_000);
afterAll(() => stage.stop());

describe('a new template', () => {
  it('is named for what it is about, and written with variables from a menu', async () => {
    const { page, inspect, context } = await visit('templates/new');
    await page.getByLabel('What it is about').fill('Tooth check reminder');
    await expect
      .poll(() => page.getByLabel('Name', { exact: true }).getAttribute('placeholder'))
      .toMatch(/^service_tooth_check_reminder/);
    expect(await inspect()).toEqual([]);
    await page.getByRole('button', { name: 'Begin writing' }).click();
    await page.getByRole('heading', { name: /^service_tooth_check_reminder/ }).waitFor();

    await message(page).pressSequentially('Namaste {{na');
    await page.getByRole('option', { name: /Name/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type(', your check is due at Sahyadri Dental Care.');
    expect(await message(page).inputValue()).toBe(
      'Namaste {{name}}, your check is due at Sahyadri Dental Care.',
    );
    await phone(page).getByText('{{name}}').waitFor();
    await page.getByLabel('Sample').fill('Asha');
    await phone(page).getByText('Asha').waitFor();
    expect(await page.getByLabel('Filled from').inputValue()).toBe('contact.name');
    await saved(page);
    await page.reload();
    await phone(page).getByText('Namaste').waitFor();
    expect(await message(page).inputValue()).toContain('{{name}}');
    expect(await inspect()).toEqual([]);
    await context.close();
  });
});

describe('the editor', () => {
  it('formats by keys, takes steps back and forth, and keeps what the line lost', async () => {
    const family = await makeFamily();
    const { page, context } = await visit(`templates/${family.familyId}/edit/en`);
    await message(page).fill('Big sale');
    await message(page).selectText();
    await page.keyboard.press('ControlOrMeta+b');
    expect(await message(page).inputValue()).toBe('*Big sale*');
    await phone(page).locator('strong', { hasText: 'Big sale' }).waitFor();
    await page.keyboard.press('ControlOrMeta+z');
    expect(await message(page).inputValue()).not.toContain('*Big');
    await page.keyboard.press('ControlOrMeta+Shift+z');
    expect(await message(page).inputValue()).toBe('*Big sale*');
    await saved(page);

    await context.setOffline(true);
    await message(page).fill('Written on a train');
    await page.getByText(/^Not saved/).waitFor();
    await context.setOffline(false);
    await expect.poll(async () => bodyOf((await draftOf(family)).content)).toBe('Written on a train');
    await context.close();
  });

  it('tells when somebody else saved, and lets one choose', async () => {
    const family = await makeFamily();
    const { page, context } = await visit(`templates/${family.familyId}/edit/en`);
    await message(page).waitFor();
    const { revision } = await draftOf(family);
    const theirs = { ...diwali, components: [{ type: 'BODY', text: 'Words of a colleague.' }] };
    const { variantId } = family.variants[0]!;
    await owner.api.post(`/template-variants/${variantId}/draft`, { revision, content: theirs });
    await message(page).fill('My own words.');
    await page.getByText(/saved other words/).waitFor();
    expect(bodyOf((await draftOf(family)).content)).toBe('Words of a colleague.');
    await page.getByRole('button', { name: 'Take theirs' }).click();
    await expect.poll(() => message(page).inputValue()).toBe('Words of a colleague.');
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(async () => bodyOf((await draftOf(family)).content)).toBe('My own words.');
    await context.close();
  });

  it('moves buttons by keyboard, and shows two of many with the rest behind one', async () => {
    const family = await makeFamily();
    const { page, context } = await visit(`templates/${family.familyId}/edit/en`);
    await phone(page).getByRole('button', { name: 'See all options' }).click();
    await phone(page).getByText('Not this year').waitFor();
    await page.getByRole('button', { name: /^Move up: Button 2/ }).focus();
    await page.keyboard.press('Enter');
    await expect
      .poll(() =>
        phone(page).getByRole('list', { name: 'Buttons' }).getByRole('listitem').first().innerText(),
      )
      .toBe('Call the shop');
    await context.close();
  });

  it('shows markup, tricks of direction and 1,024 characters as the words that they are', async () => {
    const family = await makeFamily();
    const { page, faults, context } = await visit(`templates/${family.familyId}/edit/en`);
    const hostile = `<img src=x onerror=alert(1)> \u202egnirts ${'Z̷̧̢̛a̸'.repeat(3)} 👩‍👩‍👧`;
    await page.getByLabel('Sample').first().fill(hostile);
    await phone(page).getByText('<img src=x onerror=alert(1)>', { exact: false }).waitFor();
    expect(await page.getByLabel('Sample').first().inputValue()).not.toContain('\u202e');
    await message(page).fill('नमस्ते '.repeat(200));
    await page.getByText('1,400 of 1,024').waitFor();
    await phone(page).getByRole('button', { name: 'Read more' }).click();
    await saved(page);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('shows what a real person gets, and what stands in for what they lack', async () => {
    const family = await makeFamily();
    await owner.api.post('/contacts', { phone: '+919840012345', name: 'Priya Venkataraman' });
    const { page, inspect, context } = await visit(`templates/${family.familyId}/edit/en`);
    await page.getByRole('combobox', { name: 'Shown for' }).fill('Priya');
    await page.getByRole('option', { name: /^Priya/ }).click();
    await phone(page).getByText('Priya Venkataraman').waitFor();
    await phone(page).getByText('{{city}}').waitFor();
    expect(await inspect()).toEqual([]);
    await context.close();
  });

  it('takes a picture for the header, a sentence for safety, and how long WhatsApp tries', async () => {
    const family = await makeFamily();
    const { page, context } = await visit(`templates/${family.familyId}/edit/en`);
    await page.getByLabel('Kind of header').selectOption('IMAGE');
    await page
      .getByLabel('Choose a file', { exact: true })
      .first()
      .setInputFiles({ name: 'saree.png', mimeType: 'image/png', buffer: picture });
    await phone(page).locator('img').first().waitFor({ timeout: 20_000 });
    await page.getByRole('button', { name: 'Safety sentence' }).first().click();
    await page.getByRole('menuitem', { name: 'We never ask for codes' }).click();
    await phone(page).getByText('We never ask for an OTP', { exact: false }).waitFor();
    await page.getByLabel('How long WhatsApp tries').selectOption('259200');
    await saved(page);
    const { variantId } = family.variants[0]!;
    const { body } = await owner.api.get<{ content: { messageTtlSeconds: number; media: object } }>(
      `/template-variants/${variantId}/draft`,
    );
    expect(body.content.messageTtlSeconds).toBe(259_200);
    expect(body.content.media).toMatchObject({ header: { mediaId: expect.any(String) } });
    await context.close();
  });

  it('shows a person their own language, where the template has it', async () => {
    const family = await makeFamily();
    await owner.api.post(`/template-families/${family.familyId}/variants`, { language: 'hi' });
    const { body } = await owner.api.get<Family>(`/template-families/${family.familyId}`);
    const hindi = body.variants.find(({ language }) => language === 'hi')!;
    await owner.api.post(`/template-variants/${hindi.variantId}/draft`, {
      revision: 0,
      content: { components: [{ type: 'BODY', text: 'दीपावली की शुभकामनाएँ, दुकान पर आइए।' }] },
    });
    const lakshmi = { phone: '+919840055555', name: 'Lakshmi Iyer' };
    const made = (await owner.api.post<{ contactId: string }>('/contacts', lakshmi)).body;
    await owner.api.patch(`/contacts/${made.contactId}`, { language: 'hi' });
    const { page, context } = await visit(`templates/${family.familyId}/edit/en`);
    await page.getByRole('combobox', { name: 'Shown for' }).fill('Lakshmi');
    await page.getByRole('option', { name: /^Lakshmi/ }).click();
    await page.getByText('Gets it in Hindi.').waitFor();
    await phone(page).getByText('दीपावली की शुभकामनाएँ', { exact: false }).waitFor();
    await context.close();
  });

  it('leads to what WhatsApp would refuse, and sends to review once there is nothing', async () => {
    const family = await makeFamily({ ...diwali, components: diwali.components.slice(1), variables: {} });
    const { page, context } = await visit(`templates/${family.familyId}/edit/en`);
    await page.getByRole('button', { name: 'Send to review' }).click();
    await page.getByRole('button', { name: 'Show the first' }).click();
    await expect
      .poll(() => page.evaluate('document.activeElement?.closest("[data-field]")?.dataset.field'))
      .toBe('variables.body.name.sample');
    for (const [at, sample] of ['Asha', 'Surat', '31 October'].entries())
      await page.getByLabel('Sample').nth(at).fill(sample);
    await saved(page);
    await page.getByRole('button', { name: 'Send to review' }).click();
    await page.getByLabel('A word to the reviewer').fill('For Diwali week');
    await page.getByRole('dialog').getByRole('button', { name: 'Send to review' }).click();
    await page.getByText('Sent to review').waitFor();
    await page.goto(`${stage.url}${home}templates/${family.familyId}/edit/en`);
    await page.getByText(/^This is in review/).waitFor();
    await page.getByRole('button', { name: 'Take it back' }).click();
    await page.getByRole('button', { name: 'Send to review' }).waitFor();
    await context.close();
  });
});

describe('another language', () => {
  it('is written beside the one that it is translated from, without fault in every look', async () => {
    const family = await makeFamily();
    const { body } = await owner.api.post<Family>(`/template-families/${family.familyId}/variants`, {
      language: 'ur',
    });
    expect(body.variants).toHaveLength(2);
    const path = `${home}templates/${family.familyId}/edit/ur?from=en`;
    await expectFaultless(stage, {
      path,
      as: owner,
      settle: async ({ page }) => {
        await page
          .getByText(/Happy Diwali/)
          .first()
          .waitFor();
      },
    });
    const { page, context } = await stage.visit(path, { as: owner });
    await message(page).fill('دیوالی مبارک، {{name}} صاحبہ۔ ہماری دکان میں آئیے۔');
    await page.getByText('The other language has {{city}}, {{end}} too.').waitFor();
    await context.close();
  });

  it('is not opened to who may not write templates', async () => {
    const agent = await buildMember(stage.app, owner.workspaceId, 'agent');
    const { page, context } = await visit('templates/new', { as: agent });
    await page.getByText('Your role does not open this page').waitFor();
    await context.close();
  });
});
