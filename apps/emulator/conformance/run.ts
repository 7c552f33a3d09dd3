import { parseArgs } from 'node:util';
import { conform } from './conform.ts';
import { coverage } from './coverage.ts';
import { examples, withoutExample } from './examples/all.ts';
import type { Ids } from './examples/example.ts';
import { loadReference, rehearse } from './rehearsal/rehearse.ts';
import { countFailures, countUnlisted, describe, describeRehearsal } from './report.ts';
import { referenceFolder } from './spec.ts';
import { readUnsupported } from './unsupported.ts';

/** Without a base it holds an emulator of its own against all that is known. */
const usage = `node apps/emulator/conformance/run.ts --base http://127.0.0.1:4200 --token EAA… --ids '{"number":"…","waba":"…"}'\n`;

const { values } = parseArgs({
  options: {
    base: { type: 'string' },
    token: { type: 'string' },
    ids: { type: 'string', default: '{}' },
    reference: { type: 'string', default: referenceFolder },
  },
});

const { base, token, reference } = values;
const meta = loadReference(reference);
if (!meta) {
  process.stdout.write(`Skipped: Meta's description of its API is not in ${reference}.\n`);
} else if (!base && !token) {
  const rehearsal = await rehearse(meta, fetch);
  process.stdout.write(describeRehearsal(rehearsal));
  process.exitCode = countFailures(rehearsal) > 0 ? 1 : 0;
} else if (!base || !token) {
  process.stderr.write(usage);
  process.exitCode = 2;
} else {
  const ids = JSON.parse(values.ids) as Ids;
  const outcomes = await conform(meta.spec, examples, { base, token, ids, fetch });
  const covered = coverage(meta.spec, outcomes, { withoutExample, unsupported: readUnsupported() });
  process.stdout.write(describe({ covered, outcomes }));
  process.exitCode = countUnlisted(outcomes) > 0 ? 1 : 0;
}
