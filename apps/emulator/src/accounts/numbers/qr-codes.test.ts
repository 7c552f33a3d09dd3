import { inflateSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { encode } from 'uqr';
import { sample } from '../../sample/sample-world.ts';
import { type Accounts, createAccounts } from '../accounts.ts';
import { type Answer, type Office, openOffice } from '../test/office.ts';
import { drawPng } from './qr-image.ts';

let office: Office;
let accounts: Accounts;
beforeEach(() => {
  office = openOffice((emulator) => (accounts = createAccounts(emulator)));
});
afterEach(() => office.close());

const edge = `/${sample.numberId}/message_qrdls`;
const make = (body: Record<string, string>): Promise<Answer> => office.ask('POST', edge, { body });

test('a code is made with its picture, changed, listed and deleted', async () => {
  const made = await make({ prefilled_message: 'Show me the menu', generate_qr_image: 'SVG' });
  const code = String(made.body.code);
  expect(made.body).toEqual({
    code: expect.stringMatching(/^[A-Z2-7]{14}$/),
    prefilled_message: 'Show me the menu',
    deep_link_url: `https://wa.me/message/${code}`,
    qr_image_url: `http://emulator.test/qr/${code}.svg`,
  });
  await make({ code, prefilled_message: 'Show me sarees' });
  expect(accounts.qrCodes.find(code)).toMatchObject({ numberId: sample.numberId, message: 'Show me sarees' });
  const one = await office.ask('GET', `${edge}/${code}?fields=code,qr_image_url.format(PNG)`);
  expect(one.body.data).toEqual([{ code, qr_image_url: `http://emulator.test/qr/${code}.png` }]);
  expect((await office.ask('GET', `${edge}?code=${code}`)).body.data).toHaveLength(1);
  expect((await office.ask('DELETE', `${edge}/${code}`)).body).toEqual({ success: true });
  expect((await office.ask('GET', edge)).body.data).toEqual([]);
});

test('codes are of one number, and their messages are short', async () => {
  const { body } = await make({ prefilled_message: 'Hi' });
  const other = `/${sample.secondNumberId}/message_qrdls/${String(body.code)}`;
  expect((await office.ask('DELETE', other)).body).toMatchObject({ code: 100, error_subcode: 33 });
  expect((await make({ prefilled_message: 'x'.repeat(141) })).body.message).toContain('at most 140');
  expect((await make({})).body.message).toContain('prefilled_message is required');
  expect((await make({ prefilled_message: 'Hi', generate_qr_image: 'GIF' })).body.message).toContain(
    '{SVG, PNG}',
  );
  expect((await office.ask('GET', `${edge}?fields=colour`)).body.message).toContain('colour');
});

test('the picture needs no token, and is there as SVG and as PNG', async () => {
  const { body } = await make({ prefilled_message: 'Hi' });
  const picture = async (extension: string): Promise<Buffer> => {
    const answer = await office.ask('GET', `/qr/${String(body.code)}.${extension}`, { token: '' });
    return Buffer.from(answer.body as unknown as Uint8Array);
  };
  expect((await picture('svg')).toString()).toContain('<svg');
  expect((await picture('png')).subarray(1, 4).toString()).toBe('PNG');
  expect((await office.ask('GET', '/qr/NOTHINGHERE222.svg', { token: '' })).body.code).toBe(803);
});

test('the PNG shows exactly the modules of the code', () => {
  const text = 'https://wa.me/message/4O4YGZEG3RIVE1';
  const { data, size } = encode(text, { border: 4 });
  const png = Buffer.from(drawPng(text));
  const length = png.readUInt32BE(33);
  const rows = inflateSync(png.subarray(41, 41 + length));
  const shown = data.map((_, y) =>
    Array.from(rows.subarray(y * 8 * (size + 1) + 1, y * 8 * (size + 1) + 1 + size), (byte) => byte === 0),
  );
  expect(png.readUInt32BE(16)).toBe(size * 8);
  expect(shown).toEqual(data);
});
