import { matches, type Rule } from '../rule.ts';

// Homes and work folders of some machine, and the places a package manager was told to download from.
const trace = new RegExp(
  [
    String.raw`(?<![\w.~\])}-])/(?:wor[k]|roo[t]|hom[e]/\w+|User[s]/\w+)/[\w.-]+`,
    String.raw`"resolved":\s*"[^"]+://[^"]*"`,
    String.raw`^\s*(?:@[\w-]+:)?registry\s*=.*$`,
    String.raw`https?://[\w.-]*\b(?:regis[t]ry|artifactory|nexus)\b[\w.-]*(?:[:/][^\s'"]*)?`,
  ].join('|'),
  'gm',
);

export const rule: Rule = {
  says: 'No committed file knows the machine it was written on: no absolute path of it, no address of a package registry.',
  fix: 'Write the path relative to the repository; run npm install again so that .npmrc keeps addresses out of the lock file.',
  *find({ texts }) {
    for (const [file, text] of texts) yield* matches(file, text, trace);
  },
};
