import { assert, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codesIn, newConfirmCode, newEntryPointCode } from './codes.ts';
import { newFormToken, readFormToken } from './form-token.ts';
import { keywordOf, saidKeyword } from './keyword.ts';
import { html } from './page/html.ts';
import { plainAddress, plainText, utmOf } from './plain-text.ts';
import { fill, wordsIn } from './words/words-in.ts';

describe('a code', () => {
  test('is found wherever people put it, however they wrote it', () => {
    const code = newEntryPointCode();
    const confirm = newConfirmCode();
    for (const said of [code, `(${code})`, `नमस्ते, ${code.toLowerCase()}।`, `*${code}*\nthanks`])
      expect(codesIn(said)).toEqual([code]);
    expect(codesIn(`${confirm} and ${code}`)).toEqual([confirm, code]);
  });

  test('is not part of a longer word', () => {
    const code = newEntryPointCode();
    expect(codesIn(`${code}x है${code} 9${code}`)).toEqual([]);
  });
});

describe('a keyword', () => {
  test('is the same word in every spelling, in any script', () => {
    expect(keywordOf('  JOIN!! ')).toBe('join');
    expect(keywordOf('ｊｏｉｎ')).toBe('join');
    expect(keywordOf('“जुड़ें”।')).toBe(keywordOf('जुड़ें'));
    expect(keywordOf('சேர்')).not.toBe('');
  });

  test('is not said by who writes more than the word', () => {
    expect(saidKeyword('please do not join me')).not.toBe('join');
    expect(saidKeyword('join '.repeat(60))).toBe('');
  });
});

describe('the token of a form', () => {
  const key = Buffer.alloc(32, 7);
  const form = { entryPointId: 'a', via: 'page' };
  const now = new Date('2026-10-20T10:00:00Z');
  const later = (hours: number): Date => new Date(now.getTime() + hours * 3_600_000);

  test('is good for its place, its website and two hours', () => {
    const token = newFormToken(key, form, now);
    expect(readFormToken(key, form, token, later(2))).toHaveProperty('nonce');
    expect(readFormToken(key, form, token, later(2.01))).toBe('too_old');
    expect(readFormToken(key, { ...form, entryPointId: 'b' }, token, now)).toBe('forged');
    expect(readFormToken(key, { ...form, via: 'https://other.example' }, token, now)).toBe('forged');
    expect(readFormToken(Buffer.alloc(32, 8), form, token, now)).toBe('forged');
  });

  test('is no other text', () => {
    const token = newFormToken(key, form, now);
    for (let at = 0; at < token.length; at += 1) {
      const changed = `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`;
      expect(readFormToken(key, form, changed, now)).toBe('forged');
    }
    assert(property(string(), (text) => readFormToken(key, form, text, now) === 'forged'));
  });
});

describe('text from outside', () => {
  test('is kept as text on one line, without what hides or turns it', () => {
    expect(plainText('a\u202Eb\u0000c\n d', 100)).toBe('a b c d');
    expect(plainText('क्\u200dष', 100)).toBe('क्\u200dष');
    expect(plainText('x'.repeat(1_000), 10)).toHaveLength(10);
    assert(property(string({ unit: 'binary' }), (text) => (plainText(text, 50)?.length ?? 0) <= 50));
  });

  test('of an address keeps what leads there and nobody’s secrets', () => {
    expect(plainAddress('https://shop.example.in/saree?token=abc#x')).toBe('https://shop.example.in/saree');
    expect(plainAddress('javascript:alert(1)')).toBeUndefined();
    expect(utmOf(new URLSearchParams('utm_source=ig&utm_id=3&utm_term=%00'))).toEqual({ utm_source: 'ig' });
  });

  test('is text in HTML, whatever it is', () => {
    assert(property(string({ unit: 'binary' }), (text) => !/[<>"'`]/.test(html`${text}`.markup)));
    expect(html`<b>${html`<i>${'<u>'}</i>`}</b>`.markup).toBe('<b><i>&#60;u&#62;</i></b>');
  });

  test('that looks like a pattern of replacement stays what it is', () => {
    expect(fill(wordsIn('en').hello, '$& Silks')).toBe('Hello $& Silks, please write to me here.');
  });
});

test('every language says everything, and fits the buttons of WhatsApp', () => {
  const names = Object.keys(wordsIn('en')).toSorted();
  for (const language of ['hi', 'bn', 'mr', 'gu', 'pa', 'ur', 'te', 'ta', 'kn', 'ml']) {
    const words = wordsIn(language);
    expect(words, language).not.toBe(wordsIn('en'));
    expect(Object.keys(words).toSorted()).toEqual(names);
    expect(Math.max(words.yes.length, words.no.length), language).toBeLessThanOrEqual(20);
    expect(words.yes).not.toBe(words.no);
    for (const name of ['title', 'hello', 'yesIAgree', 'thanksText'] as const)
      expect(words[name], `${language} ${name}`).toContain('{brand}');
  }
});
