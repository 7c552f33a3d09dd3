import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonTextError, lineTable, readJson, type JsonNode } from './reader.ts';

function* everyNode(node: JsonNode): Generator<JsonNode> {
  yield node;
  for (const inner of [...(node.items ?? []), ...(node.properties?.values() ?? [])]) yield* everyNode(inner);
}

describe('the reader of JSON', () => {
  it('reads what JSON.parse reads, and every value stands where it says', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 1, '\t'), (json, indent) => {
        const text = JSON.stringify(JSON.parse(json), null, indent);
        const root = readJson(text);
        expect(root.value).toEqual(JSON.parse(text));
        for (const node of everyNode(root)) {
          expect(JSON.parse(text.slice(node.start, node.end))).toEqual(node.value);
        }
      }),
    );
  });

  it('refuses exactly what JSON.parse refuses', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '\\',
      '1',
      '-',
      '01',
      '1e5',
      '.5',
      'true',
      'nul',
      'null',
      ' ',
      '\n',
      '\u0001',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        expect(isReadBy(readJson, text)).toBe(isReadBy(JSON.parse, text));
      }),
      { numRuns: 2000 },
    );
  });

  it('takes the last of two equal names, and has no use for prototypes', () => {
    expect(readJson('{"a":1,"a":2}').value).toEqual({ a: 2 });
    const root = readJson('{"__proto__":{"x":1}}');
    expect(Object.hasOwn(root.value as object, '__proto__')).toBe(true);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('knows paths and the places of names', () => {
    const text = '{\n  "screens": [{ "id": "A" }]\n}';
    const id = readJson(text).properties?.get('screens')?.items?.[0]?.properties?.get('id');
    expect(id?.path).toBe('screens[0].id');
    expect(text.slice(id?.key?.start, id?.key?.end)).toBe('"id"');
    expect(lineTable(text)(id?.start ?? 0)).toEqual({ line: 2, column: 23 });
  });

  it('survives texts that are nested too deep, and long strings', () => {
    expect(() => readJson('['.repeat(100_000))).toThrow(JsonTextError);
    expect(readJson(`"${'A'.repeat(3_000_000)}"`).end).toBe(3_000_002);
  });

  it('counts lines and columns as the text is cut by its line ends', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', '\n', 'é', '😀'), { minLength: 1 }),
        fc.nat(),
        (parts, place) => {
          const text = parts.join('');
          const offset = place % text.length;
          const before = text.slice(0, offset).split('\n');
          expect(lineTable(text)(offset)).toEqual({
            line: before.length,
            column: (before.at(-1) ?? '').length + 1,
          });
        },
      ),
    );
  });
});

function isReadBy(read: (text: string) => unknown, text: string): boolean {
  try {
    read(text);
    return true;
  } catch {
    return false;
  }
}
