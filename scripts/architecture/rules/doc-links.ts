import path from 'node:path';
import { documents, withoutCodeBlocks } from '../documents.ts';
import { lineAt, type Rule } from '../rule.ts';

const link = /\]\(([^)\s]+)[^)]*\)|\b(?:src|href)="([^"]+)"/g;
const named = /`((?:apps|packages|scripts|bench|e2e|deploy|docs|playbooks|\.ci)\/[\w./@-]+)`/g;

export const rule: Rule = {
  says: 'Every file that a document links to or names is there.',
  fix: 'Correct the path, or the sentence.',
  *find({ texts }) {
    const exists = existing(texts);
    for (const [file, whole] of documents(texts)) {
      const text = withoutCodeBlocks(whole);
      const folder = path.posix.dirname(file);
      for (const match of text.matchAll(link)) {
        const target = decodeURI((match[1] ?? match[2] ?? '').replace(/[#?].*$/, ''));
        if (target === '' || /^[a-z]+:/i.test(target)) continue;
        if (!exists(path.posix.join(folder, target))) yield missing(file, text, match.index, target);
      }
      for (const match of text.matchAll(named)) {
        if (!exists(match[1] ?? '')) yield missing(file, text, match.index, match[1] ?? '');
      }
    }
  },
};

const missing = (file: string, text: string, offset: number, target: string) => ({
  file,
  line: lineAt(text, offset),
  what: `${target} does not exist`,
});

function existing(texts: ReadonlyMap<string, string>): (target: string) => boolean {
  const folders = new Set<string>();
  for (const file of texts.keys()) {
    for (let at = file.indexOf('/'); at !== -1; at = file.indexOf('/', at + 1))
      folders.add(file.slice(0, at));
  }
  return (target) => texts.has(target) || folders.has(target.replace(/\/$/, '')) || target === '.';
}
