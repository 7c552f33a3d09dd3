import { matches, type Rule } from '../rule.ts';
import { withoutComments } from '../sources.ts';

const reads = /[/.]config\.ts$|\/(?:main|cli)\.ts$|^scripts\//;

export const rule: Rule = {
  says: 'Only config.ts, main.ts and cli.ts (and the configuration of tools) read the environment.',
  fix: 'Declare the setting in apps/server/src/config.ts and take it from the configuration that is passed in.',
  *find({ code, texts }) {
    for (const file of code) {
      if (reads.test(file)) continue;
      yield* matches(file, withoutComments(texts.get(file) ?? ''), /\bprocess\.env\b/g);
    }
  },
};
