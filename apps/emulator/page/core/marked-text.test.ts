import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBlocks, readPieces, withoutMarks, type Piece } from './marked-text.ts';

const kinds = (text: string): string[] => readPieces(text).map(({ is }) => is);

describe('the text of a message', () => {
  it('marks bold, italic, struck and code, one within another', () => {
    expect(readPieces('*Total: ~₹999~ _₹799_*')).toEqual([
      {
        is: 'bold',
        pieces: [
          { is: 'plain', text: 'Total: ' },
          { is: 'struck', pieces: [{ is: 'plain', text: '₹999' }] },
          { is: 'plain', text: ' ' },
          { is: 'italic', pieces: [{ is: 'plain', text: '₹799' }] },
        ],
      },
    ]);
    expect(kinds('use `DIWALI25` now')).toEqual(['plain', 'code', 'plain']);
  });

  it('leaves sums, file names and lonely marks alone', () => {
    for (const text of ['2*3*4', 'snake_case_name', '* not bold *', 'a * b', '~', '__']) {
      expect(
        readPieces(text).every(({ is }) => is === 'plain'),
        text,
      ).toBe(true);
    }
  });

  it('marks Hindi as well as English', () => {
    expect(kinds('*नमस्ते* जी')).toEqual(['bold', 'plain']);
  });

  it('finds addresses without the full stop behind them, and no scripts', () => {
    expect(readPieces('See https://resham.example/s?x=1_2_3.')[1]).toEqual({
      is: 'link',
      text: 'https://resham.example/s?x=1_2_3',
      url: 'https://resham.example/s?x=1_2_3',
    });
    expect(kinds('javascript:alert(1)')).toEqual(['plain']);
  });

  it('reads quotes, lists and blocks of code by the line', () => {
    expect(readBlocks('> said\n- one\n2. two\n```\nlet x\n```\nend').map(({ is }) => is)).toEqual([
      'quote',
      'item',
      'item',
      'block',
      'line',
    ]);
  });

  it('says the same without its marks', () => {
    expect(withoutMarks('*Order* ```7``` is _here_')).toBe('Order 7 is here');
  });

  it('invents no letter, whatever is written', () => {
    const letters = (pieces: Piece[]): string =>
      pieces.map((piece) => ('pieces' in piece ? letters(piece.pieces) : piece.text)).join('');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('*', '_', '~', '`', 'a', ' ', '\n', 'क') }), (text) => {
        const plain = (some: string): string => some.replace(/[*_~`]/g, '');
        expect(plain(letters(readPieces(text)))).toBe(plain(text));
      }),
    );
  });
});
