import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aac, mp4, opus, pdf, webp } from '../../src/media/test/samples.ts';
import { beginChat, openTrade, say, type Trade } from './trade.ts';

let trade: Trade;
let phone: Locator;
beforeAll(async () => {
  trade = await openTrade();
  phone = await beginChat(trade);
}, 60_000);
afterAll(() => trade.stop());

const file = (name: string, mimeType: string, bytes: Uint8Array) => ({
  name,
  mimeType,
  buffer: Buffer.from(bytes),
});
const photo = async (): Promise<string> =>
  trade.upload(file('saree.png', 'image/png', await trade.page.screenshot({ clip: corner })));
const corner = { x: 0, y: 0, width: 64, height: 48 };

/** Opens the menu of a message and presses there. */
async function choose(bubble: Locator, entry: string): Promise<void> {
  await bubble.getByTestId('message-menu').click();
  await phone.getByTestId(entry).click();
}

describe('what a business sends', () => {
  it('text with its marks and addresses', async () => {
    const bubble = await trade.show({
      type: 'text',
      text: { body: '*Namaste* Rohan, see https://suratsilks.example.in 🙏', preview_url: true },
    });
    expect(await bubble.locator('strong').innerText()).toBe('Namaste');
    expect(await bubble.getByRole('link').getAttribute('href')).toBe('https://suratsilks.example.in');
  });

  it('a reply with the customer’s words quoted', async () => {
    await say(phone, 'Is the maroon one there?');
    const { id } = await trade.message('text');
    const bubble = await trade.show({
      context: { message_id: id },
      type: 'text',
      text: { body: 'Yes, two pieces' },
    });
    expect(await bubble.getByTestId('quoted').innerText()).toContain('Is the maroon one there?');
  });

  it('a reaction, and takes it back', async () => {
    await say(phone, 'Great');
    const { id } = await trade.message('text');
    const mine = phone.locator(`[data-message="${id}"]`);
    await trade.send({ type: 'reaction', reaction: { message_id: id, emoji: '🎉' } });
    await expect.poll(() => mine.getByTestId('reactions').innerText()).toContain('🎉');
    await trade.send({ type: 'reaction', reaction: { message_id: id, emoji: '' } });
    await mine.getByTestId('reactions').waitFor({ state: 'detached' });
  });

  it('a photo, which opens over the screen', async () => {
    const bubble = await trade.show({ type: 'image', image: { id: await photo(), caption: 'New *silk*' } });
    await expect
      .poll(() => bubble.locator('img').evaluate((image) => (image as HTMLImageElement).naturalWidth))
      .toBe(64);
    expect(await bubble.innerText()).toContain('New silk');
    await bubble.locator('.picture').click();
    await phone.getByTestId('sheet-viewer').waitFor();
    await phone.getByTestId('sheet-close').click();
  });

  it('a video, a document, a sticker', async () => {
    const video = await trade.upload(file('loom.mp4', 'video/mp4', mp4));
    await trade.show({ type: 'video', video: { id: video, caption: 'On the loom' } });
    const bill = await trade.upload(file('bill.pdf', 'application/pdf', pdf));
    const document = await trade.show({ type: 'document', document: { id: bill, filename: 'बिल.pdf' } });
    expect(await document.getByTestId('document-file').getAttribute('download')).toBe('बिल.pdf');
    const sticker = await trade.upload(file('smile.webp', 'image/webp', webp()));
    const bubble = await trade.show({ type: 'sticker', sticker: { id: sticker } });
    expect(await bubble.getAttribute('data-testid')).toBe('message-sticker');
  });

  it('a voice note, and hears that it was played', async () => {
    const song = await trade.upload(file('song.aac', 'audio/aac', aac));
    const audio = await trade.show({ type: 'audio', audio: { id: song } });
    expect(await audio.locator('.voice').count()).toBe(0);
    const note = await trade.upload(file('note.ogg', 'audio/ogg; codecs=opus', opus()));
    const voice = await trade.show({ type: 'audio', audio: { id: note, voice: true } });
    await voice.getByTestId('play').click();
    await trade.status((await voice.getAttribute('data-message')) ?? '', 'played');
  });

  it('a place, and contacts', async () => {
    const place = await trade.show({
      type: 'location',
      location: { latitude: 21.17, longitude: 72.83, name: 'Surat Silks', address: '12 Ring Road' },
    });
    expect(await place.innerText()).toContain('12 Ring Road');
    const bubble = await trade.show({
      type: 'contacts',
      contacts: [
        {
          name: { formatted_name: 'Meena Iyer', first_name: 'Meena' },
          phones: [{ phone: '+919843012345', type: 'CELL', wa_id: '919843012345' }],
          org: { company: 'Surat Silks' },
        },
      ],
    });
    await bubble.getByTestId('view-contacts').click();
    expect(await phone.getByTestId('sheet-contacts').innerText()).toContain('+91 98430 12345');
    await phone.getByTestId('sheet-close').click();
  });

  it('that it is typing, and that it has read', async () => {
    await say(phone, 'Are you open on Sunday?');
    const { id } = await trade.message('text');
    await trade.send({ status: 'read', message_id: id, typing_indicator: { type: 'text' } });
    await phone.getByTestId('typing').waitFor();
    await phone.locator(`[data-message="${id}"]`).getByTestId('ticks-read').waitFor();
  });
});

describe('what a customer does', () => {
  it('quotes', async () => {
    const bubble = await trade.show({ type: 'text', text: { body: 'Which colour?' } });
    await choose(bubble, 'menu-reply');
    await say(phone, 'Red');
    expect(await trade.message('text')).toMatchObject({
      text: { body: 'Red' },
      context: { id: await bubble.getAttribute('data-message') },
    });
  });

  it('reacts, and takes the reaction back', async () => {
    const bubble = await trade.show({ type: 'text', text: { body: 'Happy Diwali' } });
    const id = await bubble.getAttribute('data-message');
    await choose(bubble, 'react-🙏');
    expect((await trade.message('reaction'))['reaction']).toEqual({ message_id: id, emoji: '🙏' });
    await bubble.getByTestId('reactions').waitFor();
    await choose(bubble, 'react-🙏');
    expect((await trade.message('reaction'))['reaction']).toEqual({ message_id: id, emoji: '' });
  });

  it('sends files, which the business downloads', async () => {
    await phone.getByTestId('composer-photo').click();
    await phone.getByTestId('caption').fill('Like this');
    await phone.getByTestId('attach-image').click();
    const { image } = (await trade.message('image')) as { image?: { id: string; sha256: string } };
    expect(image).toMatchObject({ caption: 'Like this', mime_type: 'image/jpeg' });
    const { url, sha256 } = await trade.graph<{ url: string; sha256: string }>('GET', image?.id ?? '');
    expect(Buffer.from(sha256, 'hex').toString('base64')).toBe(image?.sha256);
    expect(url).toContain(trade.running.url);
    for (const [kind, type] of [
      ['document', 'application/pdf'],
      ['sticker', 'image/webp'],
    ] as const) {
      await phone.getByTestId('composer-photo').click();
      await phone.getByTestId(`attach-${kind}`).click();
      expect((await trade.message(kind))[kind]).toMatchObject({ mime_type: type });
    }
  });

  it('sends files of their own', async () => {
    const own: [string, ReturnType<typeof file>][] = [
      ['video', file('room.mp4', 'video/mp4', mp4)],
      ['audio', file('memo.aac', 'audio/aac', aac)],
      ['document', file('list.txt', 'text/plain', Buffer.from('Six metres'))],
    ];
    for (const [type, one] of own) {
      await phone.getByTestId('composer-attach').click();
      await phone.getByTestId('attach-file').click();
      await phone.getByTestId('file').setInputFiles(one);
      const isVoice = type === 'audio' && { voice: false };
      expect((await trade.message(type))[type]).toMatchObject({ mime_type: one.mimeType, ...isVoice });
    }
  });

  it('speaks', async () => {
    await phone.getByTestId('composer-voice').click();
    await phone.getByTestId('voice-send').click();
    expect((await trade.message('audio'))['audio']).toMatchObject({
      voice: true,
      mime_type: 'audio/ogg; codecs=opus',
    });
  });

  it('sends a place, and where they are for a while', async () => {
    const attach = async (test: string): Promise<void> => {
      await phone.getByTestId('composer-attach').click();
      await phone.getByTestId('attach-location').click();
      await phone.getByTestId(test).click();
    };
    await attach('place-0');
    expect((await trade.message('location'))['location']).toMatchObject({ name: 'Surat Railway Station' });
    await attach('live-15');
    await phone.getByTestId('message-live-location').waitFor();
    expect((await trade.message('unsupported'))['unsupported']).toEqual({ type: 'live_location' });
  });

  it('sends a contact', async () => {
    await phone.getByTestId('composer-attach').click();
    await phone.getByTestId('attach-contact').click();
    await phone.getByTestId('contact-name').fill('Kavita Deshmukh');
    await phone.getByTestId('contact-send').click();
    expect(await trade.message('contacts')).toMatchObject({
      contacts: [{ name: { formatted_name: 'Kavita Deshmukh' } }],
    });
  });

  it('asks by a poll, of which the business is told that there was one', async () => {
    await phone.getByTestId('composer-attach').click();
    await phone.getByTestId('attach-poll').click();
    await phone.getByTestId('poll-question').fill('Which one?');
    await phone.getByTestId('poll-option-1').fill('Silk');
    await phone.getByTestId('poll-option-2').fill('Cotton');
    await phone.getByTestId('poll-send').click();
    await phone.getByTestId('message-poll').waitFor();
    expect(await trade.message('unsupported')).toMatchObject({
      unsupported: { type: 'poll' },
      errors: [{ code: 131051 }],
    });
  });

  it('changes and takes back what was written', async () => {
    await say(phone, 'Tomorow');
    const { id } = await trade.message('text');
    const bubble = phone.locator(`[data-message="${id}"]`);
    await choose(bubble, 'menu-edit');
    await say(phone, 'Tomorrow');
    await bubble.getByTestId('edited').waitFor();
    expect((await trade.message('unsupported'))['unsupported']).toEqual({ type: 'edit' });
    await choose(bubble, 'menu-delete-everyone');
    await expect.poll(() => bubble.getAttribute('data-testid')).toBe('message-deleted');
  });

  it('passes a message on', async () => {
    const bubble = await trade.show({ type: 'text', text: { body: 'We open at ten' } });
    await choose(bubble, 'menu-forward');
    await phone.locator('[data-testid^="forward-"] input').first().check();
    await phone.getByTestId('forward-send').click();
    expect(await trade.message('text')).toMatchObject({
      text: { body: 'We open at ten' },
      context: { forwarded: true },
    });
    await phone.locator('.mine').getByTestId('forwarded').last().waitFor();
  });
});

it('complains of nothing on the way', async () => {
  expect(await trade.inspect()).toEqual([]);
});
