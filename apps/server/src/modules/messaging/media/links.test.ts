import { expect, test } from 'vitest';
import { isSealed, signedLink, type LinkTo } from './links.ts';

const key = Buffer.alloc(32, 7);
const now = new Date('2026-11-20T04:30:00Z');
const to: LinkTo = {
  workspaceId: '019aa0b4-7a00-7000-8000-000000000001',
  mediaId: '019aa0b4-7a00-7000-8000-000000000002',
  variant: 'original',
};
const link = signedLink({ key, origin: () => 'https://files.example.in' }, to, now);
const seal = link.split('/').at(-1)!;

test('a link leads to its file by the origin of files', () => {
  expect(link).toBe(`https://files.example.in/media/${to.workspaceId}/${to.mediaId}/original/${seal}`);
  expect(isSealed(key, to, seal, now)).toBe(true);
});

test('a seal is for its workspace, file, variant, key and time', () => {
  for (const other of [
    { workspaceId: to.mediaId },
    { mediaId: to.workspaceId },
    { variant: 'preview' } as const,
  ])
    expect(isSealed(key, { ...to, ...other }, seal, now)).toBe(false);
  expect(isSealed(Buffer.alloc(32, 8), to, seal, now)).toBe(false);
  const later = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);
  expect(isSealed(key, to, seal, later(899))).toBe(true);
  expect(isSealed(key, to, seal, later(900))).toBe(false);
  expect(isSealed(key, to, seal.replace(/^\d/, '9'), later(900))).toBe(false);
});

test('there is one way to write a seal', () => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const good = alphabet.split('').filter((last) => isSealed(key, to, seal.slice(0, -1) + last, now));
  expect(good).toEqual([seal.at(-1)]);
  for (const bad of ['', '.', `${seal}=`, ` ${seal}`, seal.replace('.', ''), '0'.repeat(10_000)])
    expect(isSealed(key, to, bad, now)).toBe(false);
});
