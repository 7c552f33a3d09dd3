import { findClones } from '../token-clones.ts';
import type { Rule } from '../rule.ts';

const allowedShare = 0.01;

export const rule: Rule = {
  says: `At most ${allowedShare * 100} % of the program's lines stand a second time elsewhere.`,
  fix: 'Give what is repeated a name and one home, at its second use.',
  *find({ code, texts }) {
    const files = [...code].map((file) => ({ file, text: texts.get(file) ?? '' }));
    const lines = files.reduce((sum, { text }) => sum + text.split('\n').length, 0);
    const clones = findClones(files);
    const repeated = clones.reduce((sum, clone) => sum + clone.lines, 0);
    if (repeated <= lines * allowedShare) return;
    for (const { file, line, lines: length, original } of clones) {
      yield { file, line, what: `${length} lines that also stand in ${original}` };
    }
  },
};
