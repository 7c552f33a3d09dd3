import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { approve } from './reviewing.ts';
import type { Desk } from './test/desk.ts';
import { openDesk, waba } from './test/desk.ts';
import {
  androidApp,
  body,
  diwaliOffer,
  loginCode,
  orderShipped,
  withBody,
  withButtons,
  withHeader,
} from './test/requests.ts';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => desk.close());

const day = 86_400;
const shipped = (name: string, text = `Your order from ${name} has shipped.`, more = {}) =>
  orderShipped({ name, components: [body(text)], ...more });

describe('a new template', () => {
  test('is pending, is reviewed a moment later, and subscribers hear of it', async () => {
    const created = await desk.create();
    expect(created.body).toEqual({ id: expect.any(String), status: 'PENDING', category: 'UTILITY' });
    await desk.seconds(2);
    expect(await desk.told('message_template_status_update')).toEqual([]);
    await desk.seconds(1);
    expect(await desk.told('message_template_status_update')).toEqual([
      {
        event: 'APPROVED',
        message_template_id: Number(created.body.id),
        message_template_name: 'order_shipped',
        message_template_language: 'en',
        reason: 'NONE',
        message_template_category: 'UTILITY',
      },
    ]);
  });

  test('is decided at once in a world without delay', async () => {
    desk.emulator.world.settings.change('templates', { reviewSeconds: 0 });
    expect((await desk.create()).body).toMatchObject({ status: 'APPROVED' });
    const threat = withBody('Pay {{1}} today or we will take legal action against you.', ['₹1']);
    expect((await desk.create({ ...threat, name: 'threat' })).body).toMatchObject({ status: 'REJECTED' });
  });

  test('that is rejected says why', async () => {
    const { body: created } = await desk.create(
      withBody('Dear {{1}} {{2}}, your order is on its way.', ['a', 'b']),
    );
    await desk.seconds(3);
    expect(await desk.told('message_template_status_update')).toMatchObject([
      { event: 'REJECTED', reason: 'INVALID_FORMAT', rejection_info: { reason: 'Parameters are adjacent.' } },
    ]);
    const read = await desk.ask('GET', `/${String(created.id)}?fields=status,rejected_reason`);
    expect(read.body).toEqual({ id: created.id, status: 'REJECTED', rejected_reason: 'INVALID_FORMAT' });
  });

  test('that promotes is told its category in the answer', async () => {
    const created = await desk.create(
      shipped('sale', 'Your order has shipped. Get 20% off on your next order!'),
    );
    expect(created.body).toMatchObject({ status: 'PENDING', category: 'MARKETING' });
    await desk.seconds(3);
    expect(await desk.told('message_template_status_update')).toMatchObject([
      { event: 'APPROVED', message_template_category: 'MARKETING' },
    ]);
  });

  test('with the same text as another is a duplicate', async () => {
    await desk.approved(shipped('first', 'Your order has shipped.'));
    await desk.create(shipped('second', 'Your order has shipped.'));
    await desk.seconds(3);
    expect(desk.templates.find(waba, 'second', 'en')).toMatchObject({ status: 'REJECTED' });
  });

  test('is one of its name and language, with one category for all languages', async () => {
    await desk.approved();
    expect((await desk.create()).body).toMatchObject({
      code: 100,
      error_subcode: 2388024,
      error_user_msg:
        'There is already English content for this template. You can create a new template and try again.',
      is_transient: false,
    });
    expect((await desk.create(orderShipped({ language: 'en_US' }))).status).toBe(200);
    expect((await desk.create(orderShipped({ language: 'hi', category: 'MARKETING' }))).body).toMatchObject({
      error_user_msg:
        "The category MARKETING doesn't match the one that's already associated with this template, UTILITY.",
    });
  });

  test('needs examples that were uploaded', async () => {
    const header = (handle: string) => withHeader({ format: 'IMAGE', example: { header_handle: [handle] } });
    expect((await desk.create(header('not-a-handle'))).status).toBe(400);
    const { body: created } = await desk.create(header('4::aW1hZ2U'));
    const read = await desk.ask('GET', `/${String(created.id)}?fields=components`);
    expect(read.body.components).toMatchObject([
      { example: { header_handle: ['http://emulator.test/examples/aW1hZ2U'] } },
      { type: 'BODY' },
    ]);
  });

  test('with a Flow keeps its id, by whatever it was named', async () => {
    const template = await desk.approved(withButtons({ type: 'FLOW', text: 'Book', flow_name: 'visit' }));
    expect(template.components[1]).toEqual({
      type: 'BUTTONS',
      buttons: [{ type: 'FLOW', text: 'Book', flow_action: 'navigate', flow_id: '777' }],
    });
  });
});

describe('limits', () => {
  test('a hundred creations in an hour', async () => {
    desk.emulator.world.settings.change('templates', { creationsPerHour: 2 });
    await desk.create(shipped('one'));
    await desk.create(shipped('two'));
    await desk.ask('DELETE', `/${waba}/message_templates?name=two`);
    expect((await desk.create(shipped('three'))).body).toMatchObject({ code: 80007, is_transient: true });
    await desk.seconds(3601);
    expect((await desk.create(shipped('three'))).status).toBe(200);
  });

  test('250 templates, or 6,000 once business and name are known', async () => {
    desk.emulator.world.settings.change('templates', { mostUnverified: 1, mostVerified: 2 });
    await desk.create(shipped('one'));
    await desk.create(shipped('two'));
    expect((await desk.create(shipped('three'))).body).toMatchObject({ code: 100, error_subcode: 2388019 });
    const { body: list } = await desk.ask('GET', `/${waba}/message_templates?summary=message_template_limit`);
    expect(list.summary).toEqual({ message_template_limit: 2 });
  });

  test('no utility templates for an account that is restricted for misusing them', async () => {
    desk.emulator.directory.wabas.change(waba, { restrictions: [{ type: 'RESTRICTED_UTILITY_TEMPLATES' }] });
    expect((await desk.create()).status).toBe(400);
    expect((await desk.create(diwaliOffer())).status).toBe(200);
  });
});

describe('the list', () => {
  beforeEach(async () => {
    await desk.approved(shipped('silk_shipped', 'Your silk order has shipped.'));
    await desk.approved(shipped('cotton_shipped', 'Your cotton order has shipped.'));
    await desk.approved(diwaliOffer());
    await desk.create(shipped('wool_shipped', 'Your wool order has shipped.', { language: 'en_US' }));
  });

  const names = async (query: string) => {
    const { body: list } = await desk.ask('GET', `/${waba}/message_templates?fields=name&${query}`);
    return (list.data as { name: string }[]).map(({ name }) => name);
  };

  test('has the newest first, and the usual fields', async () => {
    const { body: list } = await desk.ask('GET', `/${waba}/message_templates`);
    expect((list.data as object[])[0]).toEqual({
      id: expect.any(String),
      name: 'wool_shipped',
      parameter_format: 'POSITIONAL',
      components: [{ type: 'BODY', text: 'Your wool order has shipped.' }],
      language: 'en_US',
      status: 'PENDING',
      category: 'UTILITY',
    });
  });

  test.each([
    ['name=silk', ['silk_shipped']],
    ['name_or_content=COTTON', ['cotton_shipped']],
    ['content=silk sarees', ['diwali_offer']],
    ['language=en_US', ['wool_shipped']],
    ['status=PENDING,REJECTED', ['wool_shipped']],
    ['category=marketing', ['diwali_offer']],
    ['quality_score=GREEN', []],
    ['status=APPROVED&category=UTILITY', ['cotton_shipped', 'silk_shipped']],
  ])('narrows by %s', async (query, expected) => {
    expect(await names(query)).toEqual(expected);
  });

  test('comes in pages, with a summary', async () => {
    const first = await desk.ask(
      'GET',
      `/${waba}/message_templates?limit=3&fields=name&summary=total_count,are_translations_complete`,
    );
    expect(first.body).toMatchObject({ summary: { total_count: 4, are_translations_complete: false } });
    const { next } = first.body.paging as { next: string };
    const second = await desk.ask('GET', next.replace(/^.*v25\.0/, ''));
    expect(second.body.data).toMatchObject([{ name: 'silk_shipped' }]);
  });
});

test('an account shows its templates as a field', async () => {
  await desk.approved();
  const { body: read } = await desk.ask('GET', `/${waba}?fields=message_templates{name,status}`);
  expect(read).toMatchObject({
    id: waba,
    message_templates: { data: [{ name: 'order_shipped', status: 'APPROVED' }] },
  });
});

describe('reading', () => {
  test('shows the button of a code as an address', async () => {
    const { body: created } = await desk.create(
      loginCode({ otp_type: 'ONE_TAP', supported_apps: [androidApp] }),
    );
    const { body: read } = await desk.ask('GET', `/${String(created.id)}`);
    expect((read.components as object[])[2]).toMatchObject({
      buttons: [
        {
          type: 'URL',
          text: 'Copy code',
          url: expect.stringMatching(/otp_type=ONE_TAP.*code=otp\{\{1\}\}$/),
        },
      ],
    });
  });

  test('has quality, health and everything that was asked for', async () => {
    const { id } = await desk.approved(orderShipped({ message_send_ttl_seconds: 3600 }));
    const fields =
      'quality_score,health_status,message_send_ttl_seconds,cta_url_link_tracking_opted_out,correct_category';
    const { body: read } = await desk.ask('GET', `/${id}?fields=${fields}`);
    expect(read).toMatchObject({
      quality_score: { score: 'UNKNOWN', date: expect.any(Number) },
      health_status: { can_send_message: 'AVAILABLE' },
      message_send_ttl_seconds: 3600,
      cta_url_link_tracking_opted_out: false,
    });
    expect(read).not.toHaveProperty('correct_category');
    expect((await desk.ask('GET', `/${id}?fields=nonsense`)).body).toMatchObject({ code: 100 });
  });
});

describe('health', () => {
  const healthOf = async (id: string) =>
    (await desk.ask('GET', `/${id}?fields=health_status`)).body.health_status as {
      can_send_message: string;
      entities: { entity_type: string; can_send_message: string }[];
    };

  test('of a template is that of the template, the account, the portfolio and the app', async () => {
    const { id } = await desk.approved();
    const { entities } = await healthOf(id);
    expect(entities.map(({ entity_type }) => entity_type)).toEqual([
      'MESSAGE_TEMPLATE',
      'WABA',
      'BUSINESS',
      'APP',
    ]);
  });

  test('is blocked by what stands behind the template', async () => {
    const { id, wabaId } = await desk.approved();
    desk.emulator.directory.wabas.change(wabaId, { locked: true });
    const { can_send_message, entities } = await healthOf(id);
    expect(can_send_message).toBe('BLOCKED');
    expect(entities[0]).toMatchObject({ entity_type: 'MESSAGE_TEMPLATE', can_send_message: 'AVAILABLE' });
  });
});

describe('an edit', () => {
  const edit = (id: string, change: Record<string, unknown>) =>
    desk.ask('POST', `/${id}`, { body: change as Record<string, never> });
  const components = (text: string) => ({ components: [body(text)] });

  test('replaces the components, is reviewed, and told', async () => {
    const { id } = await desk.approved();
    const edited = await edit(id, components('Your order has left Pune.'));
    expect(edited.body).toEqual({ success: true, id, name: 'order_shipped', category: 'UTILITY' });
    expect(desk.templates.all.get(id)).toMatchObject({ status: 'PENDING' });
    await desk.seconds(3);
    expect(desk.templates.all.get(id)).toMatchObject({ status: 'APPROVED' });
    expect(await desk.told('message_template_components_update')).toMatchObject([
      { message_template_id: Number(id), message_template_element: 'Your order has left Pune.' },
    ]);
  });

  test('that only stops the tracking of links needs no review, and is none of the day’s', async () => {
    const { id } = await desk.approved();
    const tracking = { cta_url_link_tracking_opted_out: true, category: 'UTILITY' };
    expect((await edit(id, tracking)).body).toMatchObject({ success: true });
    expect(desk.templates.all.get(id)).toMatchObject({ status: 'APPROVED', trackingOptedOut: true });
    expect((await edit(id, components('Your order has left Pune.'))).status).toBe(200);
    expect((await edit(id, { ...tracking, cta_url_link_tracking_opted_out: 'perhaps' })).status).toBe(400);
  });

  test('of an approved template is allowed once a day and ten times in thirty', async () => {
    const { id } = await desk.approved();
    for (let time = 0; time < 10; time++) {
      expect((await edit(id, components(`Your order has left Pune, part ${time}.`))).status).toBe(200);
      await desk.seconds(3);
      expect((await edit(id, components('Your order is here.'))).status).toBe(400);
      await desk.seconds(day);
    }
    expect((await edit(id, components('Your order is here.'))).status).toBe(400);
    await desk.seconds(21 * day);
    expect((await edit(id, components('Your order is here.'))).status).toBe(200);
  });

  test('of a rejected one is free, and may change its category', async () => {
    const { body: created } = await desk.create(
      withBody('Dear {{1}} {{2}}, your order is on its way.', ['a', 'b']),
    );
    await desk.seconds(3);
    const id = String(created.id);
    expect(
      (await edit(id, { category: 'MARKETING', ...components('Your order has left Pune.') })).status,
    ).toBe(200);
    await desk.seconds(3);
    expect(desk.templates.all.get(id)).toMatchObject({ status: 'APPROVED', category: 'MARKETING' });
  });

  test('changes neither name, language, nor the category of an approved template', async () => {
    const { id, name, language } = await desk.approved();
    expect((await edit(id, { name: 'other', ...components('Your order is here.') })).status).toBe(400);
    expect((await edit(id, { language: 'hi', ...components('Your order is here.') })).status).toBe(400);
    expect((await edit(id, { category: 'MARKETING' })).status).toBe(400);
    expect((await edit(id, {})).status).toBe(400);
    expect((await edit(id, { name, language, ...components('Your order is here.') })).status).toBe(200);
  });

  test('is judged by its own review, not by one that was overtaken', async () => {
    const { body: created } = await desk.create();
    const template = desk.templates.all.get(String(created.id));
    if (template) approve(desk.templates, template);
    await desk.seconds(2);
    await edit(String(created.id), components('Your order is here.'));
    await desk.seconds(2);
    expect(desk.templates.all.get(String(created.id))).toMatchObject({ status: 'PENDING' });
    await desk.seconds(1);
    expect(desk.templates.all.get(String(created.id))).toMatchObject({ status: 'APPROVED' });
  });

  test('waits for the review that is under way', async () => {
    const { body: created } = await desk.create();
    expect((await edit(String(created.id), components('Your order is here.'))).body).toMatchObject({
      error_subcode: 2388039,
    });
  });
});

describe('a deletion', () => {
  const remove = (query: string) => desk.ask('DELETE', `/${waba}/message_templates?${query}`);

  test('by name takes all languages, by id one', async () => {
    const { id } = await desk.approved();
    await desk.approved(orderShipped({ language: 'en_US' }));
    expect((await remove(`name=order_shipped&hsm_id=${id}`)).body).toEqual({ success: true });
    expect(desk.templates.named(waba, 'order_shipped')).toHaveLength(1);
    expect((await remove('name=order_shipped')).body).toEqual({ success: true });
    expect(desk.templates.named(waba, 'order_shipped')).toEqual([]);
    expect((await remove('name=order_shipped')).status).toBe(400);
    expect((await remove('')).status).toBe(400);
    expect((await desk.ask('GET', `/${id}`)).body).toMatchObject({ code: 100, error_subcode: 33 });
  });

  test('of an approved template keeps its name for thirty days', async () => {
    await desk.approved();
    await remove('name=order_shipped');
    expect((await desk.create()).body).toMatchObject({
      error_subcode: 2388023,
      error_user_msg:
        "New English content can't be added while the existing English content is being deleted. Try again in 4 weeks or consider creating a new message template.",
    });
    expect((await desk.create(orderShipped({ language: 'en_US' }))).status).toBe(200);
    await desk.seconds(30 * day - 1);
    expect((await desk.create()).body).toMatchObject({ error_subcode: 2388023 });
    await desk.seconds(1);
    expect((await desk.create()).status).toBe(200);
  });

  test('of one that was never approved frees its name', async () => {
    await desk.create();
    await remove('name=order_shipped');
    expect((await desk.create()).status).toBe(200);
  });

  test('waits for messages under way', async () => {
    const { id } = await desk.approved();
    desk.underway.add(id);
    await remove('name=order_shipped');
    expect(desk.templates.all.get(id)).toMatchObject({ status: 'PENDING_DELETION' });
    desk.underway.delete(id);
    await desk.seconds(3600);
    expect(desk.templates.all.has(id)).toBe(false);
    expect((await desk.told('message_template_status_update')).map(({ event }) => event)).toEqual([
      'APPROVED',
      'PENDING_DELETION',
      'DELETED',
    ]);
  });
});

test('a token of another business can do nothing here', async () => {
  const { id } = await desk.approved();
  const token = 'EAAtrikonEmulatorSahyadriDental';
  expect((await desk.ask('GET', `/${id}`, { token })).body).toMatchObject({ code: 200 });
  expect((await desk.ask('GET', `/${waba}/message_templates`, { token })).body).toMatchObject({ code: 200 });
});
