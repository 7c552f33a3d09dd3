import { expect, it } from 'vitest';
import { ownPicture } from './own-picture.ts';

it('shows pictures of the world and those that carry themselves, and asks no other host', () => {
  for (const url of ['/world/media/12', 'data:image/png;base64,AA', 'blob:http://localhost/1']) {
    expect(ownPicture(url)).toBe(url);
  }
  for (const url of [
    'https://scontent.example/ad.jpg',
    '//evil.example/a.png',
    'javascript:alert(1)',
    'data:text/html,x',
    undefined,
  ]) {
    expect(ownPicture(url)).toBeUndefined();
  }
});
