import { describe, expect, test } from 'vitest';
import type { BusinessNumber } from '../directory/records.ts';
import { dental, silks } from '../directory/test/two-shops.ts';
import { referencesIn } from './references.ts';
import { jpeg, mp4, png, webp } from './test/samples.ts';
import { openSite, serveMedia } from './test/served-media.ts';

const templateOf = (image: object) => ({
  template: { name: 't', components: [{ type: 'header', parameters: [{ type: 'image', image }] }] },
});

test('media are found wherever a message names them', () => {
  const content = {
    type: 'interactive',
    image: { id: '1', caption: 'x' },
    interactive: { type: 'button', header: { type: 'video', video: { link: 'http://a/b' } } },
    ...templateOf({ id: '2' }),
    cards: [{ header: { gif: { id: '3' } } }, JSON.parse('{"header":{"constructor":{"id":"4"}}}') as object],
    text: { body: 'document' },
    document: 'no object',
  };
  expect(referencesIn(content)).toEqual([
    { kind: 'image', id: '1', place: 'image' },
    { kind: 'video', link: 'http://a/b', place: "interactive['header']['video']" },
    { kind: 'image', id: '2', place: "template['components'][0]['parameters'][0]['image']" },
    { kind: 'video', id: '3', place: "cards[0]['header']['gif']" },
  ]);
});

describe('a message that names media by id', () => {
  test('is refused when the account has no such media, with the place', async () => {
    const { media, directory, upload } = await serveMedia();
    const own = directory.numbers.get(silks.numberId) as BusinessNumber;
    const other = directory.numbers.get(dental.numberId) as BusinessNumber;
    const id = String((await upload(png(), 'image/png')).body.id);
    expect(() => media.checkReferences(own, { image: { id } })).not.toThrow();
    expect(() => media.checkReferences(own, { text: { body: 'x' } })).not.toThrow();
    for (const [number, content, place] of [
      [other, { image: { id } }, "image['id']"],
      [own, { image: { id: '12345' } }, "image['id']"],
      [own, templateOf({ id: '12345' }), "template['components'][0]['parameters'][0]['image']['id']"],
    ] as const) {
      expect(() => media.checkReferences(number, content)).toThrow(
        `Param ${place} is not a valid whatsapp business account media attachment ID`,
      );
    }
  });

  test('fails later when the file is not what the message says, unless content goes unchecked', async () => {
    const { media, upload, world } = await serveMedia();
    const sticker = String((await upload(webp(), 'image/webp')).body.id);
    const wrong = String((await upload(Buffer.from('no picture'), 'image/jpeg')).body.id);
    expect(media.prepare({ text: { body: 'x' } })).toBeNull();
    expect(await media.prepare({ sticker: { id: sticker } })).toBeNull();
    expect(await media.prepare({ image: { id: sticker } })).toContain(
      'Unsupported Image mime type image/webp',
    );
    expect(await media.prepare({ image: { id: wrong } })).toContain('on processing it is of type text/plain');
    expect(await media.prepare({ image: { id: '404' } })).toContain('no longer there');
    world.settings.change('media', { checkContent: false });
    expect(await media.prepare({ image: { id: wrong } })).toBeNull();
  });
});

describe('a message that names media by link', () => {
  test('has them fetched once in ten minutes for each address, and shown', async () => {
    const { media, world } = await serveMedia();
    const site = await openSite((_, response) =>
      response.setHeader('content-type', 'image/jpeg').end(jpeg(20, 10)),
    );
    const link = `${site.url}/a/saree.jpg`;
    expect(media.view({ link })).toBeUndefined();
    expect(
      await Promise.all([media.prepare({ image: { link } }), media.prepare({ image: { link } })]),
    ).toEqual([null, null]);
    expect(site.asked).toHaveLength(1);
    expect(media.view({ link })).toMatchObject({
      mime: 'image/jpeg',
      name: 'saree.jpg',
      width: 20,
      height: 10,
    });
    await world.travel(599_000);
    await media.fetchLink(link);
    expect(site.asked).toHaveLength(1);
    await media.fetchLink(`${link}?v=2`);
    await world.travel(2000);
    await media.fetchLink(link);
    expect(site.asked).toEqual(['/a/saree.jpg', '/a/saree.jpg?v=2', '/a/saree.jpg']);
  });

  test('fails when they cannot be had, are not what it says, or are too large; and another try is made', async () => {
    const { media } = await serveMedia();
    const site = await openSite(({ url = '' }, response) => {
      if (url === '/moved') response.writeHead(302, { location: '/there' }).end();
      else if (url === '/there') response.setHeader('content-type', 'video/mp4').end(mp4);
      else if (url === '/page') response.setHeader('content-type', 'text/html').end('<html>');
      else if (url === '/round') response.writeHead(302, { location: '/round' }).end();
      else if (url === '/broken')
        response.writeHead(200, { 'content-length': 1000 }).write('x', () => response.destroy());
      else if (url === '/large')
        response.setHeader('content-type', 'image/png').end(Buffer.concat([png(), Buffer.alloc(6_000_000)]));
      else response.writeHead(404).end('no');
    });
    const reasonOf = (path: string) => media.prepare({ video: { link: `${site.url}${path}` } });
    expect(await reasonOf('/moved')).toBeNull();
    expect(await reasonOf('/gone')).toBe('Downloading media from weblink failed with http code 404.');
    expect(await reasonOf('/gone')).toContain('404');
    expect(site.asked.filter((path) => path === '/gone')).toHaveLength(2);
    expect(await reasonOf('/page')).toContain('Unsupported Video mime type text/html');
    expect(await reasonOf('/round')).toContain('weblink failed');
    expect(await reasonOf('/broken')).toContain('the connection broke');
    expect(await media.prepare({ image: { link: `${site.url}/large` } })).toContain('larger than');
    expect(await media.prepare({ image: { link: 'http://127.0.0.1:9/x' } })).toContain('refused');
    for (const link of ['ftp://a/b', 'file:///etc/passwd', 'nonsense', ''])
      expect(await media.prepare({ image: { link } })).toBe('The link is not a valid web address.');
  });

  test('comes to rest before time moves on', async () => {
    const { media, world } = await serveMedia();
    const site = await openSite((_, response) => {
      setTimeout(() => response.setHeader('content-type', 'image/png').end(png()), 50);
    });
    const link = `${site.url}/slow.png`;
    void media.prepare({ image: { link } });
    await world.travel(1000);
    expect(media.view({ link })).toBeDefined();
  });
});
