import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerHandshake, verifySignature } from './index.ts';

const body = Buffer.from('{"a":1}');
const header = 'sha256=aa9e2e3575f5d7098b6caccd790888c36d5fdb63342a73bada2d6a51747a8494';

describe('a delivery is believed', () => {
  test('when its bytes are signed with the secret of the app', () => {
    expect(verifySignature(body, header, ['secret'])).toBe(true);
    expect(verifySignature(body, header.toUpperCase().replace('SHA', 'sha'), ['secret'])).toBe(true);
  });

  test('with the old and with the new secret while the secret changes', () => {
    expect(verifySignature(body, header, ['new', 'secret'])).toBe(true);
    expect(verifySignature(body, header, ['secret', 'new'])).toBe(true);
  });
});

describe('a delivery is not believed', () => {
  test('without a secret, or with an empty one', () => {
    const signedWithNothing = `sha256=${createHmac('sha256', '').update(body).digest('hex')}`;
    expect(verifySignature(body, header, [])).toBe(false);
    expect(verifySignature(body, signedWithNothing, [''])).toBe(false);
  });

  test.each([
    ['no signature', undefined],
    ['an empty one', ''],
    ['two of them', [header, header]],
    ['another algorithm', header.replace('sha256', 'sha1')],
    ['a part of it', header.slice(0, -1)],
    ['more than it', `${header}0`],
    ['letters that are no digits', `sha256=${'z'.repeat(64)}`],
  ])('with %s', (_, given) => {
    expect(verifySignature(body, given, ['secret'])).toBe(false);
  });

  test('when a single digit of it is another, wherever it stands', () => {
    for (let at = 'sha256='.length; at < header.length; at++) {
      const digit = header[at] === '0' ? '1' : '0';
      const other = header.slice(0, at) + digit + header.slice(at + 1);
      expect(verifySignature(body, other, ['secret'])).toBe(false);
    }
  });

  test('when a single bit of the body or of the secret is another', () => {
    const flipped = fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 200 }), fc.nat(), fc.nat(7));
    fc.assert(
      fc.property(flipped, fc.string({ minLength: 1 }), ([bytes, at, bit], secret) => {
        const signed = `sha256=${createHmac('sha256', secret).update(bytes).digest('hex')}`;
        expect(verifySignature(bytes, signed, [secret])).toBe(true);
        expect(verifySignature(bytes, signed, [`${secret}x`])).toBe(false);
        const place = at % bytes.length;
        bytes[place] = (bytes[place] ?? 0) ^ (1 << bit);
        expect(verifySignature(bytes, signed, [secret])).toBe(false);
      }),
    );
  });
});

describe('Meta asks whether a callback is ours', () => {
  const query = { 'hub.mode': 'subscribe', 'hub.challenge': '1158201444', 'hub.verify_token': 'ours' };

  test('and is answered with its challenge when it knows our word', () => {
    expect(answerHandshake(query, ['ours'])).toBe('1158201444');
    expect(answerHandshake(query, ['other', 'ours'])).toBe('1158201444');
  });

  test.each([
    ['another word', query, ['theirs']],
    ['no word of ours', query, []],
    ['an empty word', { ...query, 'hub.verify_token': '' }, ['']],
    ['another mode', { ...query, 'hub.mode': 'unsubscribe' }, ['ours']],
    ['no challenge', { ...query, 'hub.challenge': undefined }, ['ours']],
    ['a word given twice', { ...query, 'hub.verify_token': ['ours', 'ours'] }, ['ours']],
  ])('and is refused with %s', (_, given, words) => {
    expect(answerHandshake(given, words)).toBe(null);
  });
});
