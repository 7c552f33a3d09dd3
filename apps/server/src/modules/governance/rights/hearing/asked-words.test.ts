import { expect, test } from 'vitest';
import { askedIn, codeIn } from './asked-words.ts';

test.each([
  ['Delete my data', 'erasure', 'en'],
  ['  please DELETE my data!! ', 'erasure', 'en'],
  ['मेरा डेटा मिटाओ', 'erasure', 'hi'],
  ['कृपया मेरा डेटा मिटा दो।', 'erasure', 'hi'],
  ['mera data delete karo pls', 'erasure', 'hi'],
  ['Send me my data.', 'access', 'en'],
  ['मेरा डेटा भेजो', 'access', 'hi'],
  ['my data is wrong', 'correction', 'en'],
  ['डेटा की शिकायत', 'grievance', 'hi'],
])('“%s” asks for %s', (text, kind, language) => {
  expect(askedIn(text)).toEqual({ kind, language });
});

test.each([
  "don't delete my data",
  'did you delete my data?',
  'please delete my data entry order no 44',
  'मेरा डेटा मत मिटाओ',
  'my data pack is over',
  'delete',
  'delete my order',
  '',
])('“%s” asks for nothing', (text) => {
  expect(askedIn(text)).toBeNull();
});

test('a code is found wherever it stands, and half a code nowhere', () => {
  expect(codeIn('My data request (dr-ABCDE23456)')).toBe('ABCDE23456');
  expect(codeIn('DR-ABCDE2345')).toBeNull();
  expect(codeIn('DR-ABCDE234567')).toBeNull();
});
