import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WhatsAppAPI } from 'whatsapp-api-js';
import {
  ActionButtons,
  ActionCallPermission,
  ActionCatalog,
  ActionContactRequest,
  ActionCTA,
  ActionList,
  ActionLocation,
  ActionProduct,
  ActionProductList,
  Address,
  Audio,
  Body,
  BodyComponent,
  BodyParameter,
  Button,
  CatalogProduct,
  Contacts,
  Document,
  Footer,
  Header,
  Image,
  Interactive,
  ListSection,
  Location,
  Name,
  PayloadComponent,
  Phone,
  Product,
  ProductSection,
  Reaction,
  Row,
  Sticker,
  Template,
  Text,
  Video,
} from 'whatsapp-api-js/messages';
import type { ClientMessage } from 'whatsapp-api-js/types';
import { sample } from '../src/sample/sample-world.ts';
import { asha, start, type Started, textAt } from '../src/test/started.ts';

const graph = 'https://graph.facebook.com';
const { numberId } = sample;

let started: Started;
let whatsapp: WhatsAppAPI<number>;
beforeAll(async () => {
  started = await start({}, afterAll);
  // The client writes Meta's address into every call; it goes to the emulator, and nothing else is changed.
  const elsewhere: typeof fetch = (address, options) =>
    fetch((address as string | URL).toString().replace(graph, started.url), options);
  whatsapp = new WhatsAppAPI({
    token: sample.token,
    appSecret: sample.appSecret,
    webhookVerifyToken: 'शब्द',
    ponyfill: { fetch: elsewhere },
  });
  await started.write();
});

const catalogId = (): string => textAt([...started.inside.commerce.shelves.catalogs.values()][0], 'id');

const messages: Record<string, () => ClientMessage> = {
  text: () => new Text('Hello world!'),
  'text with a preview': () => new Text('See https://example.com', true),
  image: () => new Image('https://example.com/banner.png', false, 'Hello world!'),
  video: () => new Video('https://example.com/video.mp4'),
  audio: () => new Audio('https://example.com/audio.mp3'),
  document: () => new Document('https://example.com/document.pdf', false, undefined, 'a weird filename.pdf'),
  sticker: () => new Sticker('https://example.com/sticker.webp'),
  location: () => new Location(72.83, 21.19, 'Surat Silks', '12 Ring Road'),
  contacts: () =>
    new Contacts([
      new Name('John Doe', 'John', 'Doe', undefined, 'Mr.', 'Jr.'),
      new Address('India', 'IN', 'MH', 'Pune', '4 FC Road', '411004', 'WORK'),
      new Phone('+123456789', 'WORK', '123456789'),
    ]),
  buttons: () =>
    new Interactive(
      new ActionButtons(new Button('reply_1', 'Hello'), new Button('reply_2', 'World')),
      new Body('Hello World'),
      new Header('Header'),
      new Footer('Footer'),
    ),
  list: () =>
    new Interactive(
      new ActionList(
        'Button text',
        new ListSection(undefined, new Row('1', 'Hello', 'Hello description'), new Row('2', 'World')),
      ),
      new Body('Hello World'),
    ),
  link: () => new Interactive(new ActionCTA('Open', 'https://example.com'), new Body('You should look')),
  'a product': () => new Interactive(new ActionProduct(new CatalogProduct('SS-SAR-101', catalogId()))),
  products: () =>
    new Interactive(
      new ActionProductList(catalogId(), new ProductSection('Sarees', new Product('SS-SAR-101'))),
      new Body('Hello World'),
      new Header('Hello World Header'),
    ),
  catalog: () => new Interactive(new ActionCatalog(new Product('SS-SAR-101')), new Body('Hello World')),
  'a request for the place': () => new Interactive(new ActionLocation(), new Body('Where are you?')),
  'a request for the number': () => new Interactive(new ActionContactRequest(), new Body('Which number?')),
  'a template': () => new Template('hello_world', 'en_US'),
  'a template with variables and buttons': () =>
    new Template(
      'festive_offer',
      'en',
      new BodyComponent(new BodyParameter('Asha'), new BodyParameter('DIWALI10')),
      new PayloadComponent('show'),
      new PayloadComponent('stop'),
    ),
  'a code': () => Template.OTP('login_code', 'en', '481920'),
};

describe('a message', () => {
  test.each(Object.entries(messages))('of %s is accepted, and echoes what was put in', async (_, make) => {
    const sent = await whatsapp.sendMessage(numberId, `+${asha}`, make(), undefined, 'tracked');
    expect(sent).toMatchObject({
      messaging_product: 'whatsapp',
      contacts: [{ input: `+${asha}`, wa_id: asha }],
      messages: [{ id: expect.stringMatching(/^wamid\./) as string }],
    });
    expect(started.inside.messages.all.get(textAt(sent, 'messages.0.id'))?.opaque).toBe('tracked');
  });

  test('reacts, quotes, goes to many, and is refused as an answer, not as an exception', async () => {
    const theirs = await started.write();
    const reaction = await whatsapp.sendMessage(numberId, `+${asha}`, new Reaction(theirs, '👍'));
    expect(reaction).toHaveProperty('messages');
    const quoting = await whatsapp.sendMessage(numberId, `+${asha}`, new Text('Yes'), theirs);
    expect(started.inside.messages.all.get(textAt(quoting, 'messages.0.id'))?.replyTo).toBe(theirs);
    const many = whatsapp.broadcastMessage(
      numberId,
      ['919800000001', '919800000002'],
      new Template('hello_world', 'en_US'),
      2,
      0,
    );
    for (const answer of await Promise.all(many)) expect(answer).toHaveProperty('messages');
    const refused = await whatsapp.sendMessage(numberId, '+999123456', new Text('x'));
    expect(refused).toMatchObject({
      error: { code: 131_009, error_data: { messaging_product: 'whatsapp' } },
    });
  });

  test('goes to a user id', async () => {
    const { body } = await started.world('GET', `/world/people/${asha}`);
    const bsuid = textAt(body, `userIds.${sample.businessId}`);
    const sent = await whatsapp.sendMessage(numberId, { bsuid }, new Text('On its way'));
    expect(sent).toMatchObject({ contacts: [{ input: bsuid, user_id: bsuid }] });
  });

  test('is marked as read, with typing', async () => {
    expect(await whatsapp.markAsRead(numberId, await started.write(), 'text')).toEqual({ success: true });
  });
});

describe('calls', () => {
  test('need permission first', async () => {
    const ask = new Interactive(new ActionCallPermission(), new Body('May we call you?'));
    expect(ask).toBeDefined();
    const refused = await whatsapp.initiateCall(numberId, `+${asha}`, 'v=0');
    expect(refused).toHaveProperty('error.code');
  });
});

describe('media', () => {
  test('are uploaded, looked up, fetched and deleted', async () => {
    const form = new FormData();
    form.set('file', new Blob(['Namaste'], { type: 'text/plain' }), 'hello.txt');
    const { id } = (await whatsapp.uploadMedia(numberId, form)) as { id: string };
    const found = await whatsapp.retrieveMedia(id, numberId);
    expect(found).toMatchObject({ id, mime_type: 'text/plain', messaging_product: 'whatsapp' });
    expect(await (await whatsapp.fetchMedia(textAt(found, 'url'))).text()).toBe('Namaste');
    expect(await whatsapp.deleteMedia(id)).toEqual({ success: true });
    expect(await whatsapp.retrieveMedia(id)).toHaveProperty('error');
  });
});

describe('QR codes and blocks', () => {
  test('are made, read, changed and removed', async () => {
    const made = await whatsapp.createQR(numberId, 'Namaste!');
    const code = textAt(made, 'code');
    expect(made).toMatchObject({ prefilled_message: 'Namaste!', qr_image_url: expect.any(String) as string });
    expect(await whatsapp.updateQR(numberId, code, 'Hello!')).toMatchObject({
      code,
      prefilled_message: 'Hello!',
    });
    expect(await whatsapp.retrieveQR(numberId, code)).toMatchObject({
      data: [{ code, prefilled_message: 'Hello!' }],
    });
    expect(await whatsapp.deleteQR(numberId, code)).toEqual({ success: true });
  });

  test('block and unblock who wrote lately', async () => {
    const phone = await started.customer();
    await started.write(phone);
    expect(await whatsapp.blockUser(numberId, phone)).toMatchObject({
      block_users: { added_users: [{ input: phone, wa_id: phone }] },
    });
    expect(await whatsapp.unblockUser(numberId, phone)).toMatchObject({ messaging_product: 'whatsapp' });
  });
});

describe('webhooks', () => {
  test('are verified by the app', () => {
    const asked = { 'hub.mode': 'subscribe', 'hub.verify_token': 'शब्द', 'hub.challenge': '481920' } as const;
    expect(whatsapp.get(asked)).toBe('481920');
  });

  test('reach its listeners with their signature checked, and are refused with another', async () => {
    const seen: string[] = [];
    whatsapp.on.message = ({ from, message, name }) => {
      seen.push(`${name} ${from} ${message.type}`);
      return 200;
    };
    whatsapp.on.status = ({ phone, status, pricing }) => {
      seen.push(`${status} ${phone} ${pricing?.category ?? ''}`);
      return 200;
    };
    await started.travel(60);
    const from = started.bodies.length;
    await started.write(asha, 'नमस्ते');
    await started.travel(1);
    await started.sent({ type: 'text', text: { body: 'Hello' } });
    await started.travel(10);
    const bodies = started.bodies.slice(from);
    for (const { text, signature } of bodies)
      expect(await whatsapp.post(JSON.parse(text) as never, text, signature)).toBe(200);
    expect(seen).toEqual([`Asha Patil ${asha} text`, `sent ${asha} service`, `delivered ${asha} service`]);
    const [first] = bodies;
    await expect(
      whatsapp.post(JSON.parse(first?.text ?? '') as never, first?.text ?? '', 'sha256=0'),
    ).rejects.toBeDefined();
  });
});
