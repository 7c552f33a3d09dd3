import { parseArgs } from 'node:util';
import { conform } from './conform.ts';
import { coverage } from './coverage.ts';
import { examples, withoutExample } from './examples/all.ts';
import type { Ids } from './examples/example.ts';
import { countUnlisted, describe } from './report.ts';
import { loadSpec, referenceFolder } from './spec.ts';

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
const spec = loadSpec(reference);
if (!spec) {
  process.stdout.write(`Skipped: Meta's description of its API is not in ${reference}.\n`);
} else if (!base || !token) {
  process.stderr.write(usage);
  process.exitCode = 2;
} else {
  const ids = JSON.parse(values.ids) as Ids;
  const outcomes = await conform(spec, examples, { base, token, ids, fetch });
  process.stdout.write(describe({ covered: coverage(spec, outcomes, withoutExample), outcomes }));
  process.exitCode = countUnlisted(outcomes) > 0 ? 1 : 0;
}
