import type { Rule } from '../rule.ts';

const folderOrFile =
  /(?:^|\/)(?:utils?|helpers?|lib|common|misc|services?|controllers?|dto|managers?)(?:\/|\.tsx?$)/i;
const ending =
  /(?:[-.](?:utils?|helpers?|service|controller|dto|manager)|(?:Service|Controller|Manager))\.tsx?$/;

export const rule: Rule = {
  says: 'No file or folder is named for nothing in particular (utils, helpers, lib, common, misc, service, controller, dto, manager).',
  fix: 'Name it after the product word or the verb that it holds.',
  *find({ code }) {
    for (const file of code) {
      if (folderOrFile.test(file) || ending.test(file)) yield { file, line: 1, what: 'this name' };
    }
  },
};
