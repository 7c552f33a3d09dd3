import { matches, type Rule } from '../rule.ts';
import { withoutComments } from '../sources.ts';

const face = /^(?:apps\/server\/src\/(?:modules|platform)|apps\/web\/src\/features)\/[^/]+\/index\.tsx?$/;
const entry = /^(?:apps|packages)\/[^/]+\/src\/index\.ts$/;
const reExport = /^[ \t]*export\s+(?:type\s+)?(?:\*(?:\s+as\s+\w+)?|\{[^}]*\})\s+from\s+['"][^'"]+['"];?/gm;

export const rule: Rule = {
  says: "Only the index.ts of a module, a feature or a platform folder and a package's entry re-export, and they do it by name.",
  fix: 'Import from the file that holds it; in an index.ts list the names.',
  *find({ code, texts }) {
    for (const file of code) {
      const text = withoutComments(texts.get(file) ?? '');
      const onlyReExports = reExport.test(text) && text.replace(reExport, '').trim() === '';
      reExport.lastIndex = 0;
      if (onlyReExports && !face.test(file) && !entry.test(file)) {
        yield { file, line: 1, what: 'this file only re-exports' };
      }
      yield* matches(file, text, /^[ \t]*export\s+\*\s+from\b/gm);
    }
  },
};
