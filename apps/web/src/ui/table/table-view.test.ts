import { expect, it } from 'vitest';
import { compareValues, gridTemplate } from './column.ts';
import { nextSort, plainView, sameView, toggleColumn, viewFromText, viewToText } from './table-view.ts';

const columns = ['name', 'city', 'spent'];

it('turns a view into an address and back', () => {
  const view = { sort: { column: 'spent', down: true }, hidden: ['city'] };
  expect(viewToText(view)).toBe('-spent~city');
  expect(viewFromText('-spent~city', columns)).toEqual(view);
  expect(viewToText(plainView)).toBe('');
});

it('opens an old or a mistyped address without the columns it no longer has', () => {
  expect(viewFromText('-gone~city,gone', columns)).toEqual({ sort: null, hidden: ['city'] });
  expect(viewFromText(undefined, columns)).toEqual(plainView);
});

it('sorts up, then down, then not at all', () => {
  const up = nextSort(plainView, 'name');
  const down = nextSort(up, 'name');
  expect([up.sort, down.sort, nextSort(down, 'name').sort]).toEqual([
    { column: 'name', down: false },
    { column: 'name', down: true },
    null,
  ]);
});

it('knows a saved view whatever the order its columns were hidden in', () => {
  const one = toggleColumn(toggleColumn(plainView, 'city'), 'spent');
  const other = toggleColumn(toggleColumn(plainView, 'spent'), 'city');
  expect(sameView(one, other)).toBe(true);
});

it('compares as people do: numbers inside words, accents and case aside, in any script', () => {
  const compare = compareValues(new Intl.Collator('hi', { numeric: true, sensitivity: 'base' }));
  expect(['Ward 10', 'ward 9', 'Émile', 'eva'].toSorted(compare)).toEqual([
    'Émile',
    'eva',
    'ward 9',
    'Ward 10',
  ]);
  expect(['ग', 'क', 'ख'].toSorted(compare)).toEqual(['क', 'ख', 'ग']);
  expect([new Date(2), new Date(1)].toSorted(compare)).toEqual([new Date(1), new Date(2)]);
});

it('shares the width by what each column asked for', () => {
  const value = () => null;
  expect(
    gridTemplate(
      [
        { id: 'a', header: 'A', value, width: 200, grow: 2 },
        { id: 'b', header: 'B', value },
      ],
      true,
    ),
  ).toBe('40px minmax(200px, 2fr) minmax(128px, 1fr)');
});
