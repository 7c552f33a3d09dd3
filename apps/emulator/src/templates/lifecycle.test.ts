import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { giveFeedback, judge } from './feedback.ts';
import type { Feedback } from './feedback.ts';
import { recategorise } from './recategorise.ts';
import { orderReview, steerTemplate } from './steer.ts';
import type { Steering } from './steer.ts';
import type { Desk } from './test/desk.ts';
import { openDesk, waba } from './test/desk.ts';
import { refusalOf } from './test/refusal-of.ts';
import { body, diwaliOffer, orderShipped } from './test/requests.ts';
import { showTemplate, useTemplate } from './use.ts';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => desk.close());

const fail = (): never => {
  throw new Error('There is no such template.');
};

const hour = 3600;
const note = (change: Record<string, unknown> = {}) =>
  orderShipped({ components: [body('Your order has shipped.')], ...change });
const news = (text = 'New sarees from Varanasi have come in.') =>
  orderShipped({ name: 'news', category: 'MARKETING', components: [body(text)] });

function feel(templateId: string, feedback: Feedback, times: number): void {
  for (let time = 0; time < times; time++) giveFeedback(desk.templates, { templateId, feedback });
}

const send = (name: string, more: object = {}) =>
  useTemplate(desk.templates, {
    wabaId: waba,
    lite: false,
    template: { name, language: { code: 'en' } },
    ...more,
  });
const events = async () =>
  (await desk.told('message_template_status_update')).map(({ event, other_info: info }) => [
    event,
    (info as { title?: string } | undefined)?.title,
  ]);

describe('sending', () => {
  test('gives what the message counts as, and its values', async () => {
    const { id } = await desk.approved(note({ message_send_ttl_seconds: 60 }));
    expect(send('order_shipped')).toEqual({
      use: { id, category: 'utility', ttlSeconds: 60 },
      held: false,
      filled: { body: 'Your order has shipped.', buttons: [] },
    });
  });

  test('can be shown later, as long as the template is there', async () => {
    const { id } = await desk.approved(note());
    const { filled } = send('order_shipped');
    expect(showTemplate(desk.templates, id, filled)).toEqual({
      body: 'Your order has shipped.',
      buttons: [],
    });
    expect(showTemplate(desk.templates, '5', filled)).toBeNull();
  });

  test('needs exactly the language of an approved template', async () => {
    await desk.create(note());
    expect(refusalOf(() => send('order_shipped'))).toEqual({
      code: 132001,
      says: 'template name (order_shipped) does not exist in en',
    });
    await desk.seconds(3);
    expect(refusalOf(() => send('order_shipped'))).toBe('accepted');
    const template = { name: 'order_shipped', language: { code: 'en_US' } };
    expect(refusalOf(() => send('order_shipped', { template }))).toMatchObject({ code: 132001 });
  });

  test('by the marketing endpoint is for marketing, ten minutes after its creation', async () => {
    await desk.approved(note());
    await desk.approved(news());
    expect(refusalOf(() => send('order_shipped', { lite: true }))).toMatchObject({ code: 134100 });
    expect(refusalOf(() => send('news', { lite: true }))).toMatchObject({ code: 134101 });
    await desk.seconds(600);
    expect(refusalOf(() => send('news', { lite: true }))).toBe('accepted');
  });
});

describe('what customers do', () => {
  test('gives a quality, and takes it away', async () => {
    const { id } = await desk.approved(note());
    feel(id, 'delivered', 50);
    feel(id, 'blocked', 1);
    expect(await desk.told('message_template_quality_update')).toMatchObject([
      {
        previous_quality_score: 'UNKNOWN',
        new_quality_score: 'GREEN',
        message_template_name: 'order_shipped',
      },
      { previous_quality_score: 'GREEN', new_quality_score: 'YELLOW' },
    ]);
  });

  test('pauses a template for three hours, then for six, then for good', async () => {
    const { id } = await desk.approved(note());
    const anger = () => {
      feel(id, 'delivered', 20);
      feel(id, 'reported', 1);
    };
    anger();
    expect(refusalOf(() => send('order_shipped'))).toMatchObject({ code: 132015 });
    await desk.seconds(3 * hour - 1);
    expect(refusalOf(() => send('order_shipped'))).toMatchObject({ code: 132015 });
    await desk.seconds(1);
    expect(refusalOf(() => send('order_shipped'))).toBe('accepted');
    anger();
    await desk.seconds(6 * hour - 1);
    expect(refusalOf(() => send('order_shipped'))).toMatchObject({ code: 132015 });
    await desk.seconds(1);
    anger();
    expect(refusalOf(() => send('order_shipped'))).toMatchObject({ code: 132016 });
    expect(await events()).toEqual([
      ['APPROVED', undefined],
      ['PAUSED', 'FIRST_PAUSE'],
      ['APPROVED', 'UNPAUSE'],
      ['PAUSED', 'SECOND_PAUSE'],
      ['APPROVED', 'UNPAUSE'],
      ['DISABLED', undefined],
    ]);
    const removal = await desk.ask('DELETE', `/${waba}/message_templates?name=order_shipped`);
    expect(removal.body).toMatchObject({ error_subcode: 2388039 });
  });

  test('cannot be undone by hand, but by an edit', async () => {
    const { id } = await desk.approved(note());
    feel(id, 'delivered', 20);
    feel(id, 'reported', 1);
    expect((await desk.ask('POST', `/${id}/unpause`)).body).toMatchObject({ success: false });
    await desk.ask('POST', `/${id}`, { body: { components: [body('Your order has left Pune.')] as never } });
    await desk.seconds(3);
    expect(refusalOf(() => send('order_shipped'))).toBe('accepted');
    feel(id, 'delivered', 20);
    judge(desk.templates, desk.templates.all.get(id) ?? fail(), 'GREEN');
    feel(id, 'reported', 1);
    await desk.seconds(3 * hour);
    expect((await events()).filter(([, title]) => title === 'UNPAUSE')).toEqual([]);
    expect(desk.templates.all.get(id)).toMatchObject({ status: 'PAUSED', pause: { number: 2 } });
  });
});

describe('pacing', () => {
  const outcomes: string[] = [];

  beforeEach(() => {
    outcomes.length = 0;
    desk.emulator.world.settings.change('templates', { pacingThreshold: 5 });
    desk.templates.onPacing((id, outcome) => outcomes.push(`${id} ${outcome}`));
  });

  const sendMany = (count: number) => Array.from({ length: count }, () => send('news').held);

  test('holds what goes beyond the threshold, and lets it go when nobody complains', async () => {
    const { id } = await desk.approved(news());
    expect(sendMany(7)).toEqual([false, false, false, false, false, true, true]);
    feel(id, 'delivered', 5);
    await desk.seconds(299);
    expect(outcomes).toEqual([]);
    await desk.seconds(1);
    expect(outcomes).toEqual([`${id} release`]);
    expect(sendMany(1)).toEqual([false]);
  });

  test('pauses the template when they do; the business may unpause it', async () => {
    const { id } = await desk.approved(news());
    sendMany(6);
    feel(id, 'delivered', 20);
    feel(id, 'blocked', 2);
    expect(outcomes).toEqual([`${id} fail`]);
    expect(refusalOf(() => send('news'))).toMatchObject({ code: 132015 });
    expect((await events()).at(-1)).toEqual(['PAUSED', 'RATE_LIMITING_PAUSE']);
    await desk.seconds(24 * hour);
    expect(refusalOf(() => send('news'))).toMatchObject({ code: 132015 });
    expect((await desk.ask('POST', `/${id}/unpause`)).body).toEqual({ success: true });
    expect(refusalOf(() => send('news'))).toBe('accepted');
  });

  test('does not hold utility, until one of the account was paused', async () => {
    const { id } = await desk.approved(note());
    await desk.approved(note({ name: 'packed', components: [body('Your order is packed.')] }));
    const held = () => Array.from({ length: 6 }, () => send('packed').held).at(-1);
    expect(held()).toBe(false);
    feel(id, 'delivered', 20);
    feel(id, 'reported', 1);
    expect(held()).toBe(true);
  });

  test('is remembered by a snapshot, with how many templates were created', async () => {
    const { id } = await desk.approved(news());
    sendMany(6);
    const parts = new Map(
      desk.emulator.world.parts().map(({ name, values }) => [name, JSON.parse(JSON.stringify(values))]),
    );
    await desk.seconds(300);
    expect(sendMany(1)).toEqual([false]);
    desk.emulator.world.restore(parts);
    expect(desk.templates.creations.inLastHour(waba, desk.templates.now)).toBe(1);
    expect(sendMany(1)).toEqual([true]);
    feel(id, 'delivered', 5);
    await desk.seconds(300);
    expect(outcomes).toEqual([`${id} release`, `${id} release`]);
  });
});

describe('another category', () => {
  test('is announced a day before it comes', async () => {
    const template = await desk.approved(note());
    recategorise(desk.templates, template, { category: 'MARKETING' });
    const { body: read } = await desk.ask('GET', `/${template.id}?fields=category,correct_category`);
    expect(read).toMatchObject({ category: 'UTILITY', correct_category: 'MARKETING' });
    await desk.seconds(24 * hour);
    const { body: later } = await desk.ask(
      'GET',
      `/${template.id}?fields=category,previous_category,correct_category`,
    );
    expect(later).toEqual({ id: template.id, category: 'MARKETING', previous_category: 'UTILITY' });
    expect(await desk.told('template_category_update')).toEqual([
      expect.objectContaining({
        new_category: 'UTILITY',
        correct_category: 'MARKETING',
        category_update_timestamp: expect.any(Number),
      }),
      expect.objectContaining({ previous_category: 'UTILITY', new_category: 'MARKETING' }),
    ]);
    expect(await desk.told('template_correct_category_detection')).toHaveLength(1);
  });

  test('befalls every utility template of an account that is restricted for misusing them', async () => {
    const { id, wabaId } = await desk.approved(note());
    const restriction = { type: 'RESTRICTED_UTILITY_TEMPLATES' as const };
    desk.emulator.directory.wabas.change(wabaId, { restrictions: [restriction] });
    expect(desk.templates.all.get(id)).toMatchObject({ category: 'MARKETING', previousCategory: 'UTILITY' });
    expect(await desk.told('template_category_update')).toEqual([
      expect.objectContaining({ previous_category: 'UTILITY', new_category: 'MARKETING' }),
    ]);
    desk.emulator.directory.wabas.change(wabaId, { restrictions: [] });
    expect(desk.templates.all.get(id)).toMatchObject({ category: 'MARKETING' });
  });

  test('comes at once to accounts that were warned', async () => {
    const template = await desk.approved(note());
    const changed = recategorise(desk.templates, template, { category: 'MARKETING', notice: false });
    expect(changed).toMatchObject({ category: 'MARKETING', previousCategory: 'UTILITY' });
    expect(await desk.told('template_category_update')).toHaveLength(1);
  });

  test('comes once, even when it came before its notice was over', async () => {
    const template = await desk.approved(note());
    const noticed = recategorise(desk.templates, template, { category: 'MARKETING' });
    recategorise(desk.templates, noticed, { category: 'MARKETING', notice: false });
    await desk.seconds(24 * hour);
    expect(await desk.told('template_category_update')).toHaveLength(2);
  });
});

describe('orders to the reviewer', () => {
  const order = (one: object) => orderReview(desk.templates, { outcome: 'approve', ...one });

  test('reject the next template of a name, once', async () => {
    order({ outcome: 'reject', name: 'order_shipped', reason: 'SCAM' });
    await desk.create(note({ name: 'other', components: [body('Your order is packed.')] }));
    const { body: created } = await desk.create(note());
    await desk.seconds(3);
    expect(desk.templates.find(waba, 'other', 'en')).toMatchObject({ status: 'APPROVED' });
    expect(desk.templates.all.get(String(created.id))).toMatchObject({
      status: 'REJECTED',
      rejectedReason: 'SCAM',
    });
    expect(desk.templates.orders.size).toBe(0);
  });

  test('approve whatever is written, for as long as they stand', async () => {
    order({ wabaId: waba, always: true });
    await desk.approved(note({ components: [body('Pay or we take legal action against you.')] }));
    expect(desk.templates.orders.size).toBe(1);
  });

  test('give another category', async () => {
    order({ outcome: 'recategorise', category: 'MARKETING' });
    expect((await desk.create(note())).body).toMatchObject({ category: 'MARKETING' });
  });
});

describe('who steers the world', () => {
  const steer = async (...steering: Steering[]) => {
    const { id } = await desk.approved(note());
    for (const one of steering) steerTemplate(desk.templates, desk.templates.all.get(id) ?? fail(), one);
    return desk.templates.all.get(id);
  };

  test('can give every quality, with what follows from it', async () => {
    expect(await steer({ to: 'quality', score: 'YELLOW' })).toMatchObject({
      quality: 'YELLOW',
      status: 'APPROVED',
    });
    expect(await desk.told('message_template_quality_update')).toHaveLength(1);
  });

  test('can pause, unpause and disable', async () => {
    expect(await steer({ to: 'pause' })).toMatchObject({ status: 'PAUSED', quality: 'RED', pauses: 1 });
    const template = desk.templates.find(waba, 'order_shipped', 'en') ?? fail();
    expect(steerTemplate(desk.templates, template, { to: 'unpause' })).toMatchObject({ status: 'APPROVED' });
    expect(steerTemplate(desk.templates, template, { to: 'disable' })).toMatchObject({ status: 'DISABLED' });
    expect(await events()).toEqual([
      ['APPROVED', undefined],
      ['PAUSED', 'FIRST_PAUSE'],
      ['APPROVED', 'UNPAUSE'],
      ['DISABLED', undefined],
    ]);
  });

  test('can reject and approve without waiting, recategorise, and end pacing', async () => {
    expect(await steer({ to: 'reject', reason: 'SCAM' })).toMatchObject({
      status: 'REJECTED',
      rejectedReason: 'SCAM',
    });
    const template = desk.templates.find(waba, 'order_shipped', 'en') ?? fail();
    expect(steerTemplate(desk.templates, template, { to: 'approve' })).toMatchObject({ status: 'APPROVED' });
    const steering: Steering = { to: 'recategorise', category: 'MARKETING', notice: false };
    expect(steerTemplate(desk.templates, template, steering)).toMatchObject({ category: 'MARKETING' });
    const outcomes: string[] = [];
    desk.templates.onPacing((_, outcome) => outcomes.push(outcome));
    steerTemplate(desk.templates, template, { to: 'release' });
    expect(outcomes).toEqual(['release']);
  });
});

test('an offer with its coupon goes through everything', async () => {
  const { id } = await desk.approved(diwaliOffer());
  expect(desk.templates.all.get(id)).toMatchObject({ category: 'MARKETING', status: 'APPROVED' });
});
