import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Change, Collection } from './collection.ts';

interface Shawl {
  id: string;
  colour?: string;
  metres: number;
}

function shop() {
  const changes: Change[] = [];
  const shawls = new Collection<Shawl>('shawls', (change) => changes.push(change));
  return { shawls, changes };
}

test('every change is told: the whole thing when it is new, the difference when it changed, null when it is gone', () => {
  const { shawls, changes } = shop();
  shawls.put({ id: '1', metres: 5 });
  shawls.change('1', { colour: 'indigo' });
  shawls.put({ id: '1', metres: 6 });
  shawls.delete('1');
  shawls.delete('1');
  expect(changes).toEqual([
    { collection: 'shawls', id: '1', change: { id: '1', metres: 5 }, isNew: true },
    { collection: 'shawls', id: '1', change: { colour: 'indigo' }, isNew: false },
    { collection: 'shawls', id: '1', change: { id: '1', metres: 6 }, isNew: false },
    { collection: 'shawls', id: '1', change: null, isNew: false },
  ]);
});

test('a thing is replaced and never altered, so that who holds an old one keeps it', () => {
  const { shawls } = shop();
  const old = shawls.put({ id: '1', metres: 5 });
  shawls.change('1', { metres: 9 });
  expect(old.metres).toBe(5);
  expect(shawls.get('1')?.metres).toBe(9);
});

test('a change cannot give a thing another id, and cannot change what is not there', () => {
  const { shawls } = shop();
  shawls.put({ id: '1', metres: 5 });
  expect(shawls.change('1', { id: '2', metres: 6 })).toEqual({ id: '1', metres: 6 });
  expect(() => shawls.change('2', { metres: 1 })).toThrow('There is no 2 in shawls.');
});

test('what is forgotten is gone without a word', () => {
  const { shawls, changes } = shop();
  shawls.put({ id: '1', metres: 5 });
  shawls.forget('1');
  expect(shawls.size).toBe(0);
  expect(changes).toHaveLength(1);
});

const colour = fc.constantFrom('red', 'blue', undefined);
const id = fc.constantFrom('1', '2', '3', '4');
const step = fc.oneof(
  fc.record({ put: id, colour }),
  fc.record({ change: id, colour }),
  fc.record({ delete: id }),
);

test('a collection and its indexes are like a plain list that is searched', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), fc.nat(3), (steps, indexedAfter) => {
      const { shawls } = shop();
      let byColour = indexedAfter === 0 ? shawls.index((one) => one.colour) : undefined;
      // The model: things in the order of making, ids in the order in which they got their colour.
      let things: Shawl[] = [];
      let coloured: Shawl[] = [];
      steps.forEach((one, count) => {
        const target = 'put' in one ? one.put : 'change' in one ? one.change : one.delete;
        const old = things.find((thing) => thing.id === target);
        if ('delete' in one) {
          shawls.delete(target);
          things = things.filter((thing) => thing !== old);
          coloured = coloured.filter((thing) => thing.id !== target);
        } else if ('put' in one || old) {
          const patch = { colour: one.colour, metres: count };
          if ('put' in one) shawls.put({ id: target, ...patch });
          else shawls.change(target, patch);
          const now = { id: target, ...patch };
          things = old ? things.map((thing) => (thing === old ? now : thing)) : [...things, now];
          const place = coloured.findIndex((thing) => thing.id === target && thing.colour === now.colour);
          if (place >= 0) coloured[place] = now;
          else coloured = [...coloured.filter((thing) => thing.id !== target), now];
        }
        expect([...shawls.values()]).toEqual(things);
        expect(shawls.filter(({ metres }) => metres > 3)).toEqual(things.filter(({ metres }) => metres > 3));
        byColour ??= count + 1 === indexedAfter ? shawls.index((thing) => thing.colour) : undefined;
        // An index that came later knows only the order of making.
        if (count + 1 === indexedAfter) coloured = things;
        if (!byColour) return;
        for (const key of ['red', 'blue']) {
          const all = coloured.filter((thing) => thing.colour === key);
          expect(byColour.all(key)).toEqual(all);
          expect(byColour.get(key)).toEqual(all.at(-1));
        }
      });
    }),
  );
});

test('indexes live on after a collection was restored', () => {
  const { shawls } = shop();
  const byColour = shawls.index((one) => one.colour);
  shawls.put({ id: '1', colour: 'red', metres: 1 });
  const saved = shawls.save();
  shawls.change('1', { colour: 'blue' });
  shawls.restore(saved);
  expect(byColour.get('red')?.id).toBe('1');
  expect(byColour.all('blue')).toEqual([]);
});
