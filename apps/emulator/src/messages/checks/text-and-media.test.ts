import { describe, expect, it } from 'vitest';
import { readMessage } from './read-message.ts';
import { bodies, now } from './test/bodies.ts';
import { refusalOf } from './test/refusal.ts';

const envelope = { messaging_product: 'whatsapp', to: '+919876543210' };
const sent = (type: string, content: unknown) => refusalOf({ ...envelope, type, [type]: content });

describe('a text', () => {
  it.each([
    [{}, "100: The parameter text['body'] is required."],
    [{ body: '' }, "100: The parameter text['body'] is required."],
    [{ body: null }, "100: Param text['body'] must be a string."],
    [{ body: ['Hi'] }, "100: Param text['body'] must be a string."],
    [{ body: 'Hi', preview_url: 'yes' }, "100: Param text['preview_url'] must be a boolean."],
    [{ body: 'Hi', foo: 1 }, '100: Unexpected key "foo" on param "text".'],
    ['Hi', '100: Param text must be a JSON object.'],
    [['Hi'], '100: Param text must be a JSON object.'],
  ])('is refused when it is %j', (content, refusal) => {
    expect(sent('text', content)).toBe(refusal);
  });
});

describe('a file', () => {
  it.each(['image', 'video', 'audio', 'document', 'sticker'])(
    'comes by id or by link, never both: %s',
    (type) => {
      expect(sent(type, { id: '1908647269898587' })).toBeNull();
      expect(sent(type, { link: 'https://example.in/a?b=ह' })).toBeNull();
      expect(sent(type, {})).toBe('131008: Either one of media ID or link must be present');
      expect(sent(type, { id: '1', link: 'https://example.in/a' })).toBe(
        '131009: Only one of media ID or link may be present',
      );
      expect(sent(type, { link: 'ftp://example.in/a' })).toBe(
        `100: Param ${type}['link'] is not a valid URI.`,
      );
      expect(sent(type, { link: 'https://' })).toBe(`100: Param ${type}['link'] is not a valid URI.`);
      expect(sent(type, { id: 'https://example.in/a' })).toBe(
        `100: Param ${type}['id'] is not a valid whatsapp business account media attachment ID`,
      );
    },
  );

  it.each([
    ['audio', { id: '1', caption: 'x' }, '100: Unexpected key "caption" on param "audio".'],
    ['sticker', { id: '1', caption: 'x' }, '100: Unexpected key "caption" on param "sticker".'],
    ['image', { id: '1', filename: 'a.jpg' }, '100: Unexpected key "filename" on param "image".'],
    ['video', { id: '1', voice: true }, '100: Unexpected key "voice" on param "video".'],
    ['audio', { id: '1', voice: 1 }, "100: Param audio['voice'] must be a boolean."],
  ])('takes no more than its kind knows: %s %j', (type, content, refusal) => {
    expect(sent(type, content)).toBe(refusal);
  });
});

describe('a reaction', () => {
  it.each(['👍', '👍🏽', '❤️', '❤', '🇮🇳', '👨‍👩‍👧‍👦', '1️⃣', '🙏', '☺', ''])('is one emoji or none: %s', (emoji) => {
    expect(sent('reaction', { message_id: 'wamid.1', emoji })).toBeNull();
  });

  it.each(['👍👍', 'ok', '1', ' ', 'ह', '👍 ', '#'])('is nothing else: "%s"', (emoji) => {
    expect(sent('reaction', { message_id: 'wamid.1', emoji })).toBe(
      '131009: The reaction must be a single emoji',
    );
  });

  it('is taken back by an emoji that is absent as well', () => {
    const body = { ...envelope, type: 'reaction', reaction: { message_id: 'wamid.1' } };
    expect(readMessage(body, now)).toMatchObject({ reaction: { message_id: 'wamid.1', emoji: '' } });
    expect(sent('reaction', { emoji: '👍' })).toBe("100: The parameter reaction['message_id'] is required.");
  });
});

describe('a pin', () => {
  const pinned = (pin: unknown) => refusalOf({ ...bodies['pin in a group'], pin });

  it('has an end, its removal none', () => {
    expect(pinned({ type: 'unpin', message_id: 'wamid.1' })).toBeNull();
    expect(pinned({ type: 'pin', message_id: 'wamid.1' })).toBe(
      "100: The parameter pin['expiration_days'] is required.",
    );
    expect(pinned({ type: 'unpin', message_id: 'wamid.1', expiration_days: 2 })).toBe(
      '131009: Only a pin has expiration days',
    );
    expect(pinned({ type: 'move', message_id: 'wamid.1' })).toBe(
      `100: Param pin['type'] must be one of {PIN, UNPIN} - got "move".`,
    );
  });
});

describe('a location', () => {
  it('may have its numbers as text', () => {
    const body = { ...envelope, type: 'location', location: { latitude: '12.97', longitude: '-77' } };
    expect(readMessage(body, now)).toMatchObject({ location: { latitude: 12.97, longitude: -77 } });
  });

  it.each([
    [{ longitude: 1 }, "100: The parameter location['latitude'] is required."],
    [{ latitude: 'north', longitude: 1 }, "100: Param location['latitude'] must be a number."],
    [{ latitude: 91, longitude: 1 }, "100: Param location['latitude'] must be between -90 and 90."],
    [{ latitude: 1, longitude: '-181' }, "100: Param location['longitude'] must be between -180 and 180."],
    [{ latitude: 1, longitude: 1, url: 'x' }, '100: Unexpected key "url" on param "location".'],
  ])('is refused when it is %j', (content, refusal) => {
    expect(sent('location', content)).toBe(refusal);
  });
});

describe('a contact card', () => {
  const name = { formatted_name: 'Asha Rao', first_name: 'Asha' };

  it.each([
    [{}, "100: The parameter contacts[0]['name'] is required."],
    [
      { name: { formatted_name: 'Asha' } },
      '131008: At least one of the optional name parameters needs to be included along with formatted_name',
    ],
    [
      { name: { first_name: 'Asha' } },
      "100: The parameter contacts[0]['name']['formatted_name'] is required.",
    ],
    [{ name, birthday: '23.01.1999' }, '131009: Birthday must be written as YYYY-MM-DD'],
    [{ name, birthday: '1999-13-01' }, '131009: Birthday must be written as YYYY-MM-DD'],
    [
      { name, phones: [{ type: 'CELL' }] },
      "100: The parameter contacts[0]['phones'][0]['phone'] is required.",
    ],
    [{ name, phones: {} }, "100: Param contacts[0]['phones'] must be an array."],
    [{ name, nickname: 'A' }, '100: Unexpected key "nickname" on param "contacts[0]".'],
    [{ name, org: { boss: 'B' } }, `100: Unexpected key "boss" on param "contacts[0]['org']".`],
  ])('is refused when it is %j', (card, refusal) => {
    expect(sent('contacts', [card])).toBe(refusal);
  });
});
