import { countOf } from './check/problem.ts';
import type { Verdict } from './judge.ts';

interface Report extends Verdict {
  skipped: { fault: string; why: string }[];
  seed: string;
  /** Where everything can be looked at. */
  folder: string | null;
}

/** For people, and the last line for programs. */
export function report({
  kills,
  faults,
  problems,
  drained,
  told,
  sent,
  skipped,
  seed,
  folder,
}: Report): void {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  for (const { fault, strikes, noticed } of faults)
    say(`${fault.padEnd(24)} ${String(strikes).padStart(4)} ×, noticed outside ${noticed} ×`);
  for (const { fault, why } of skipped) say(`${fault.padEnd(24)} skipped: ${why}`);
  const refused = told.answers.filter(({ status }) => status !== 200).length;
  say(
    `${told.events} events in ${told.bodies.size} bodies; ${told.answers.length} deliveries, ${refused} of them not taken, ${told.repeats} taken again`,
  );
  say(
    `${sent.intents} messages: ${sent.accepted} taken by Meta, ${sent.rejected} not, ${sent.cancelled} cancelled, ${sent.unknown} in doubt, ${sent.resolved} were in doubt and are not any more; ${sent.refusedAtOnce} askings refused`,
  );
  say(`drained in ${drained.seconds.toFixed(1)} s, ended in ${drained.stopSeconds.toFixed(1)} s`);
  for (const { what, count, examples } of problems) say(`✗ ${count} ${what}: ${examples.join('; ')}`);
  if (folder !== null) say(`Journals, logs and the database are in ${folder}`);
  const { accepted: taken, unknown, resolved, ...rest } = sent;
  const line = {
    kills,
    faults: faults.reduce((sum, { strikes }) => sum + strikes, 0),
    accepted: told.events + taken,
    lost: countOf(problems, 'lost'),
    doubled: countOf(problems, 'doubled'),
    unknown,
    resolved,
    seed,
    wrong: countOf(problems, 'wrong'),
    events: told.events,
    taken,
    ...rest,
  };
  say(JSON.stringify(line));
}
