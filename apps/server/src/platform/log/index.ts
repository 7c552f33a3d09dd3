import { isatty } from 'node:tty';
import {
  type DestinationStream,
  destination as openDestination,
  type Level,
  type Logger as PinoLogger,
  pino,
} from 'pino';
import { maskFields, maskValue } from './mask-value.ts';
import { maskText } from './mask-text.ts';
import { prettyLine } from './pretty.ts';

export { maskText } from './mask-text.ts';
export { maskValue } from './mask-value.ts';

export type Logger = PinoLogger;
type LogLevel = Level | 'silent';

type LoggerOptions = {
  level?: LogLevel;
  /** Where lines go. Standard output is never used: other programs read fixed words there. */
  destination?: DestinationStream;
  /** Text for people instead of JSON; by default when standard error is a terminal. */
  pretty?: boolean;
};

const STANDARD_ERROR = 2;

/**
 * A pino logger through which nothing personal and no secret passes: fields, child fields, errors, messages and the
 * values put into messages are masked before pino sees them. Use it as pino is used: `log.info({ workspaceId }, 'what happened')`.
 */
export function createLogger(options: LoggerOptions = {}): Logger {
  const {
    level = 'info',
    destination,
    pretty = destination === undefined && isatty(STANDARD_ERROR),
  } = options;
  // Written at once: the last line before a crash is the one that matters, and it costs a few microseconds.
  const lines = destination ?? openDestination({ fd: STANDARD_ERROR, sync: true });
  const log = pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      // pino's own would unfold again what is masked already.
      serializers: { err: (masked: unknown) => masked },
      formatters: { level: (label) => ({ level: label }) },
      hooks: {
        logMethod(args, method) {
          method.apply(this, maskArguments(args));
        },
      },
    },
    pretty ? { write: (line: string) => lines.write(prettyLine(line)) } : lines,
  );
  return maskChildren(log);
}

type LogArguments = Parameters<PinoLogger['info']>;

function maskArguments(args: unknown[]): LogArguments {
  const [first, ...rest] = args;
  const values = rest.map((value, at) =>
    at === 0 && typeof value === 'string' ? maskText(value) : maskValue(value),
  );
  if (typeof first === 'string') return [maskText(first), ...values] as LogArguments;
  if (first instanceof Error) {
    const err = maskValue(first) as { message: string };
    return (values.length === 0 ? [{ err }, err.message] : [{ err }, ...values]) as LogArguments;
  }
  if (typeof first !== 'object' || first === null)
    return [String(maskValue(first)), ...values] as LogArguments;
  return [maskFields(first), ...values] as LogArguments;
}

// pino writes a child's fields without asking the hook above. A child inherits from its parent, so these hold for all.
function maskChildren(log: PinoLogger): PinoLogger {
  const plain = Object.getPrototypeOf(log) as PinoLogger;
  log.child = function maskedChild(this: PinoLogger, fields, options) {
    return plain.child.call(this, maskFields(fields), options);
  } as PinoLogger['child'];
  log.setBindings = function maskedBindings(this: PinoLogger, fields) {
    plain.setBindings.call(this, maskFields(fields));
  };
  return log;
}
