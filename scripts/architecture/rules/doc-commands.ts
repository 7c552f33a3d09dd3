import { documents } from '../documents.ts';
import { lineAt, type Rule } from '../rule.ts';

const command = /\bnpm (?:run ([\w:-]+)|(start|test)\b)/g;

export const rule: Rule = {
  says: 'Every npm command that a document tells the reader to run exists.',
  fix: 'Correct the name, or add the script to the root package.json.',
  *find({ texts, packages }) {
    const scripts = packages.find(({ folder }) => folder === '.')?.manifest.scripts ?? {};
    for (const [file, text] of documents(texts)) {
      for (const match of text.matchAll(command)) {
        const name = match[1] ?? match[2] ?? '';
        if (!(name in scripts)) yield { file, line: lineAt(text, match.index), what: match[0] };
      }
    }
  },
};
