import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sample } from '../../sample/sample-world.ts';
import { giveFeedback } from '../feedback.ts';
import { count } from '../standing/tally.ts';
import type { Desk } from '../test/desk.ts';
import { openDesk, waba } from '../test/desk.ts';
import { body, loginCode, orderShipped } from '../test/requests.ts';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => desk.close());

const day = 86_400;
const named = (name: string) =>
  orderShipped({ name, components: [body(`Your order from ${name} has shipped.`)] });

describe('the library', () => {
  test('is searched without an account', async () => {
    const { body: found } = await desk.ask(
      'GET',
      '/message_template_library?topic=PAYMENTS&language=hi&limit=2',
    );
    expect(found).toMatchObject({
      data: [
        {
          name: 'payment_confirmation_1',
          language: 'hi',
          body_param_types: ['TEXT', 'AMOUNT', 'DATE', 'NUMBER'],
        },
        {},
      ],
      paging: { next: expect.stringContaining('topic=PAYMENTS') },
    });
  });

  test('gives templates that are approved at once', async () => {
    const created = await desk.create({
      name: 'my_delivery_update',
      language: 'en_US',
      category: 'UTILITY',
      library_template_name: 'delivery_update_1',
      library_template_button_inputs: [
        {
          type: 'URL',
          url: { base_url: 'https://sharma.example/{{1}}', url_suffix_example: 'https://sharma.example/7' },
        },
      ],
    });
    expect(created.body).toMatchObject({ status: 'APPROVED', category: 'UTILITY' });
    const read = await desk.ask('GET', `/${String(created.body.id)}?fields=library_template_name`);
    expect(read.body).toMatchObject({ library_template_name: 'delivery_update_1' });
  });
});

describe('authentication templates', () => {
  test('can be previewed in every language', async () => {
    const query =
      'category=AUTHENTICATION&languages=en,hi&add_security_recommendation=true&code_expiration_minutes=10&button_types=OTP';
    const { body: previews } = await desk.ask('GET', `/${waba}/message_template_previews?${query}`);
    expect(previews.data).toMatchObject([
      {
        language: 'en',
        body: '*{{1}}* is your verification code. For your security, do not share this code.',
        footer: 'This code expires in 10 minutes.',
        buttons: [{ text: 'Copy code', autofill_text: 'Autofill' }],
      },
      { language: 'hi', body: expect.stringContaining('वेरिफ़िकेशन कोड') },
    ]);
  });

  test('are created in many languages by one request, and edited by the next', async () => {
    const { language: _, ...request } = loginCode();
    const upsert = (languages: string[]) =>
      desk.ask('POST', `/${waba}/upsert_message_templates`, { body: { ...request, languages } });
    const first = await upsert(['en', 'hi']);
    expect(first.body.data).toMatchObject([
      { language: 'en', status: 'PENDING' },
      { language: 'hi', status: 'PENDING' },
    ]);
    await desk.seconds(3);
    const second = await upsert(['en', 'ta']);
    const ids = (answer: typeof first) => (answer.body.data as { id: string }[]).map(({ id }) => id);
    expect(ids(second)[0]).toBe(ids(first)[0]);
    expect(desk.templates.named(waba, 'login_code')).toHaveLength(3);
    expect(
      (await desk.ask('POST', `/${waba}/upsert_message_templates`, { body: named('x') as never })).status,
    ).toBe(400);
  });
});

describe('archiving', () => {
  const move = (verb: string, ids: string) =>
    desk.ask('POST', `/${waba}/message_templates/${verb}`, { body: { hsm_ids: ids } });

  test('takes a template out of use, and deletes it after 28 days', async () => {
    const { id } = await desk.approved();
    expect((await move('archive', `${id}, 5`)).body).toEqual({
      archived_templates: [id],
      failed_templates: ['5'],
    });
    expect(desk.templates.all.get(id)).toMatchObject({ status: 'ARCHIVED' });
    await desk.seconds(28 * day);
    expect(desk.templates.all.has(id)).toBe(false);
  });

  test('can be taken back, and then nothing is deleted', async () => {
    const { id } = await desk.approved();
    await move('archive', id);
    expect((await move('unarchive', id)).body).toEqual({ unarchived_templates: [id], failed_templates: [] });
    await desk.seconds(28 * day);
    expect(desk.templates.all.get(id)).toMatchObject({ status: 'APPROVED' });
    expect((await move('archive', Array(101).fill('1').join(','))).status).toBe(400);
  });

  test('counts its 28 days from the last time', async () => {
    const { id } = await desk.approved();
    await move('archive', id);
    await desk.seconds(day);
    await move('unarchive', id);
    await move('archive', id);
    await desk.seconds(27 * day);
    expect(desk.templates.all.has(id)).toBe(true);
    await desk.seconds(day);
    expect(desk.templates.all.has(id)).toBe(false);
  });
});

describe('a move to another account', () => {
  const migrate = (source: string, more = '') =>
    desk.ask('POST', `/${target}/migrate_message_templates?source_waba_id=${source}${more}`);
  const target = '102290129340777';

  beforeEach(() => {
    const from = desk.emulator.directory.wabas.get(waba);
    if (from) desk.emulator.directory.wabas.put({ ...from, id: target });
  });

  test('copies what is approved, page by page', async () => {
    await desk.approved(named('one'));
    await desk.approved(named('two'));
    const { body: pending } = await desk.create(named('three'));
    const first = await migrate(waba, '&count=2');
    expect(first.body).toMatchObject({
      migrated_templates: [{}, {}].map(() => expect.any(String)),
      failed_templates: {},
    });
    const second = await migrate(waba, '&count=2&page_number=1');
    expect(second.body).toEqual({
      migrated_templates: [],
      failed_templates: { [String(pending.id)]: 'Template is not approved' },
    });
    expect(desk.templates.find(target, 'one', 'en')).toMatchObject({ status: 'APPROVED', wabaId: target });
    expect((await migrate(waba, '&count=1')).body).toMatchObject({ migrated_templates: [] });
  });

  test('stays within one portfolio', async () => {
    expect((await migrate(sample.clinicWabaId)).status).toBe(400);
    expect((await migrate(waba, '&count=501')).status).toBe(400);
  });
});

describe('a comparison', () => {
  test('needs a thousand sends of each, in a window of known length', async () => {
    const one = await desk.approved(named('one'));
    const two = await desk.approved(named('two'));
    const { templates } = desk;
    const end = Math.floor(templates.now / 1000);
    const compare = (days: number, other = two.id) =>
      desk.ask('GET', `/${one.id}/compare?template_ids=[${other}]&start=${end - days * day}&end=${end}`);
    expect((await compare(7)).status).toBe(400);
    for (const { id } of [one, two]) {
      const tally = templates.tallies.of(id);
      for (let sent = 0; sent < 1000; sent++) count(tally, 'sent', templates.now);
      giveFeedback(templates, { templateId: id, feedback: 'delivered' });
    }
    giveFeedback(templates, { templateId: one.id, feedback: 'blocked', reason: 'SPAM' });
    expect((await compare(7)).body.data).toEqual([
      { metric: 'BLOCK_RATE', type: 'RELATIVE', order_by_relative_metric: [two.id, one.id] },
      {
        metric: 'MESSAGE_SENDS',
        type: 'NUMBER_VALUES',
        number_values: [
          { key: one.id, value: 1000 },
          { key: two.id, value: 1000 },
        ],
      },
      {
        metric: 'TOP_BLOCK_REASON',
        type: 'STRING_VALUES',
        string_values: [
          { key: one.id, value: 'SPAM' },
          { key: two.id, value: 'UNKNOWN_BLOCK_REASON' },
        ],
      },
    ]);
    expect((await compare(8)).status).toBe(400);
    expect((await compare(7, one.id)).status).toBe(400);
  });
});
