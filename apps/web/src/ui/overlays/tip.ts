export interface Tip {
  text: string;
  /** The key that does the same, shown beside it. */
  keys?: string;
  side?: 'top' | 'right' | 'bottom' | 'left';
}

interface TipAttributes {
  'data-tip': string;
  'data-tip-keys': string | undefined;
  'data-tip-side': Tip['side'];
}

/** What a control says while the pointer or the keyboard rests on it: `<button {...tip({ text })}>`. */
export function tip({ text, keys, side }: Tip): TipAttributes {
  return { 'data-tip': text, 'data-tip-keys': keys, 'data-tip-side': side };
}

export function readTip({ dataset }: HTMLElement): Tip {
  const { tip: text = '', tipKeys: keys, tipSide: side = 'top' } = dataset;
  return { text, keys, side: side as Tip['side'] };
}
