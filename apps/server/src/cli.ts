import { commands } from './cli/commands.ts';
import { readConfig } from './config.ts';
import { explainStartFailure } from './start-failure.ts';

/** `npm run trikon -- <command>`: what an operator does beside running the program. */
const [name = 'help', ...words] = process.argv.slice(2);
const command = commands[name];

if (name === 'help' || command === undefined) {
  if (name !== 'help') console.error(`There is no command ${name}.\n`);
  console.log(usage());
  process.exit(name === 'help' ? 0 : 2);
}

try {
  process.exitCode = await command.run(readConfig(process.env), words);
} catch (error) {
  console.error(explainStartFailure(error));
  process.exitCode = 1;
}

function usage(): string {
  const lines = Object.entries(commands).map(
    ([each, { words: takes, does }]) => `  ${`${each} ${takes}`.padEnd(34)} ${does}`,
  );
  return ['npm run trikon -- <command>', '', ...lines].join('\n');
}
