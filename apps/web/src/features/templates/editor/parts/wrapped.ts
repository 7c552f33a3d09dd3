interface Selection {
  from: number;
  to: number;
  sign: string;
}

interface Wrapped {
  text: string;
  from: number;
  to: number;
}

/** Signs around the selection, or away when they are there. White space stays outside: WhatsApp wants it so. */
export function wrapped(text: string, { from, to, sign }: Selection): Wrapped {
  const selected = text.slice(from, to);
  const start = from + (selected.length - selected.trimStart().length);
  const words = selected.trim();
  const end = start + words.length;
  const outside = [text.slice(start - sign.length, start), text.slice(end, end + sign.length)];
  if (outside.every((each) => each === sign)) {
    return {
      text: text.slice(0, start - sign.length) + words + text.slice(end + sign.length),
      from: start - sign.length,
      to: end - sign.length,
    };
  }
  return {
    text: text.slice(0, start) + sign + words + sign + text.slice(end),
    from: start + sign.length,
    to: end + sign.length,
  };
}
