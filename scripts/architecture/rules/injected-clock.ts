import { matches, type Rule } from '../rule.ts';
import { withoutComments } from '../sources.ts';

const domain = /^(?:apps\/server\/src\/modules|packages\/contract)\//;

export const rule: Rule = {
  says: 'Domain code neither asks the machine for the time nor rolls its own dice.',
  fix: "Take the time from clock.now() and chance from the caller, so that a month of a journey runs in a test's second.",
  *find({ code, texts }) {
    for (const file of code) {
      if (!domain.test(file)) continue;
      const text = withoutComments(texts.get(file) ?? '');
      yield* matches(file, text, /\bDate\.now\(\)|\bnew Date\(\s*\)|\bMath\.random\(\)/g);
    }
  },
};
