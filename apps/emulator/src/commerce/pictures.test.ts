import { expect, test } from 'vitest';
import { type Bytes, type WorldCall, WorldRefusal } from '../door/world-door.ts';
import { picturePath, pictureRoutes } from './pictures.ts';

const read = (name: string): string => {
  const answer = pictureRoutes['GET /world/pictures/:name']?.({ params: { name } } as unknown as WorldCall);
  return Buffer.from((answer as Bytes).bytes).toString();
};

test('a picture is drawn in the colours that its name says', () => {
  for (const kind of ['saree', 'dupatta', 'fabric'] as const) {
    const name = picturePath(kind, '7b1e3b', 'd9a441').split('/').at(-1) ?? '';
    const svg = read(name);
    expect(svg).toMatch(/^<svg [\s\S]+<\/svg>$/);
    expect(svg).toContain('#7b1e3b');
    expect(svg).toContain('#d9a441');
  }
});

test('nothing but known drawings in plain colours is served', () => {
  for (const name of [
    'saree-red-d9a441.svg',
    'constructor-7b1e3b-d9a441.svg',
    '../x.svg',
    'saree-7b1e3b-"/>.svg',
  ])
    expect(() => read(name), name).toThrow(WorldRefusal);
});
