const COLOURS: Record<string, string> = {
  warn: '\u001B[33m',
  error: '\u001B[31m',
  fatal: '\u001B[31m',
  debug: '\u001B[2m',
};
const PLAIN = '\u001B[0m';

/** One line for a person at a terminal, made from the JSON line that a machine would have got. */
export function prettyLine(line: string): string {
  const { level, time, msg, err, ...fields } = JSON.parse(line) as Record<string, unknown>;
  const said = [
    String(time).slice(11, 23),
    String(level).padEnd(5),
    text(msg),
    ...Object.entries(fields).map(pair),
  ];
  const stack = stackOf(err);
  return `${COLOURS[String(level)] ?? ''}${said.join(' ')}${PLAIN}${stack}\n`;
}

function pair([name, value]: [string, unknown]): string {
  return `${name}=${text(value)}`;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

function stackOf(err: unknown): string {
  if (typeof err !== 'object' || err === null) return '';
  const { type, message, stack, cause } = err as Record<string, unknown>;
  const frames = typeof stack === 'string' ? `\n${stack}` : '';
  const because = cause === undefined ? '' : `\n  because${stackOf(cause)}`;
  return `\n  ${text(type)}: ${text(message)}${frames}${because}`;
}
