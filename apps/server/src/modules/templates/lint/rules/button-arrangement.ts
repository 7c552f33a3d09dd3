import type { LintRule } from '../rule.ts';

export const buttonArrangement: LintRule = {
  code: 'button_arrangement',
  severity: 'blocks',
  explanation: {
    en: 'At most ten buttons: two links, and one each of call, code, form, catalog and the like. Quick replies stand together, first or last.',
    hi: 'अधिक से अधिक दस बटन: दो लिंक, और कॉल, कोड, फ़ॉर्म, कैटलॉग आदि एक-एक। झटपट जवाब साथ-साथ, शुरू या अंत में।',
  },
  fix: {
    en: 'Put the quick replies together and take out what is too much.',
    hi: 'झटपट जवाब एक साथ रखें और जो ज़्यादा है उसे हटाएँ।',
  },
  finds: ({ buttons }) => {
    const rows = Map.groupBy(buttons, ({ card }) => card);
    return [...rows].flatMap(([card, row]) => {
      const types = row.map(({ type }) => type);
      const isTooMuch =
        types.length > (card === null ? 10 : 2) || [...new Set(types)].some((type) => isOver(type, types));
      return isTooMuch || !standTogether(types) ? [{ path: row[0]!.path }] : [];
    });
  },
};

const isOver = (type: string, types: string[]): boolean =>
  types.filter((each) => each === type).length > (most.get(type) ?? 1);

const most = new Map([
  ['QUICK_REPLY', 10],
  ['URL', 2],
]);

function standTogether(types: string[]): boolean {
  const first = types.indexOf('QUICK_REPLY');
  const last = types.lastIndexOf('QUICK_REPLY');
  if (first < 0) return true;
  const together = types.slice(first, last + 1).every((type) => type === 'QUICK_REPLY');
  return together && (first === 0 || last === types.length - 1);
}
