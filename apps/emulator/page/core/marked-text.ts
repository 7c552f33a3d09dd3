/** A piece of a message's text as WhatsApp writes it: *bold*, _italic_, ~struck~, `code`, and addresses. */
export type Piece =
  | { is: 'plain'; text: string }
  | { is: 'code'; text: string }
  | { is: 'bold' | 'italic' | 'struck'; pieces: Piece[] }
  | { is: 'link'; text: string; url: string };

export type Block =
  | { is: 'line' | 'quote'; pieces: Piece[] }
  | { is: 'item'; mark: string; pieces: Piece[] }
  | { is: 'block'; text: string };

const marks = { '*': 'bold', _: 'italic', '~': 'struck' } as const;
type Mark = keyof typeof marks;

/** A mark counts at the edge of a word only: 2*3*4 and snake_case_name stay as they are. */
const pattern =
  /(?<address>https?:\/\/[^\s<>"']*[^\s<>"'.,:;!?)\]])|`(?<code>[^`\n]+)`|(?<![\p{L}\p{N}])(?<mark>[*_~])(?=\S)(?<inner>[^\n]*?\S)\k<mark>(?![\p{L}\p{N}])/gu;

export function readPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > end) pieces.push({ is: 'plain', text: text.slice(end, match.index) });
    pieces.push(pieceOf(match.groups ?? {}));
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ is: 'plain', text: text.slice(end) });
  return pieces;
}

function pieceOf({ address, code, mark, inner = '' }: Record<string, string | undefined>): Piece {
  if (address !== undefined) return { is: 'link', text: address, url: address };
  if (code !== undefined) return { is: 'code', text: code };
  return { is: marks[mark as Mark], pieces: readPieces(inner) };
}

export function readBlocks(text: string): Block[] {
  return text.split(/(```[^]*?```)/).flatMap((part) =>
    /^```[^]*```$/.test(part)
      ? [{ is: 'block' as const, text: part.slice(3, -3).trim() }]
      : part === ''
        ? []
        : part
            .replace(/^\n|\n$/g, '')
            .split('\n')
            .map(readLine),
  );
}

function readLine(line: string): Block {
  const quote = /^> (.+)$/.exec(line);
  if (quote) return { is: 'quote', pieces: readPieces(quote[1] ?? '') };
  const item = /^(?:([-*]) |(\d{1,2}\.) )(.+)$/.exec(line);
  if (item) return { is: 'item', mark: item[2] ?? '•', pieces: readPieces(item[3] ?? '') };
  return { is: 'line', pieces: readPieces(line) };
}

/** The text without its marks, for lists and quotes of one line. */
export const withoutMarks = (text: string): string =>
  readPieces(text.replaceAll('```', '')).map(plainOf).join('');

const plainOf = (piece: Piece): string =>
  'pieces' in piece ? piece.pieces.map(plainOf).join('') : piece.text;
