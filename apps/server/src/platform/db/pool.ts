import pg from 'pg';

/** int8 arrives as text because it may exceed what a number holds; ours (minor units, counts, sequences) never do. */
function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new RangeError(`The database sent ${text}, beyond what a number holds.`);
  return value;
}

const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.INT8, parseInt8],
  // A calendar day has no zone: as a Date it would move with the server's.
  [pg.types.builtins.DATE, (text) => text],
]);

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format: 'text') =>
    parsers.get(oid) ?? pg.types.getTypeParser(oid, format)) as pg.CustomTypesConfig['getTypeParser'],
};

export interface PoolOptions {
  url: string;
  max: number;
  name: string;
  /** Called when an idle connection breaks; without a listener Node would end the process. */
  onIdleError: (error: Error) => void;
  /** How long a database may leave a query unanswered. */
  silenceMilliseconds?: number;
}

// No statement runs for longer than 30 s (see roles.ts), so a connection that is silent for longer leads nowhere:
// the other machine is gone, or what lies between forgot the connection, and nothing else would ever say so.
const longestSilence = 35_000;

export function createPool(options: PoolOptions): pg.Pool {
  const { url, max, name, onIdleError, silenceMilliseconds = longestSilence } = options;
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types,
    // Queries of one transaction leave without waiting for each other: BEGIN, the tenant and the first
    // statement travel together, which saves a keyed read two of its three round trips.
    pipeline: true,
    application_name: `trikon ${name}`,
    connectionTimeoutMillis: 3_000,
    // In a pipeline this ends the connection, and with it all that waits behind the unanswered query.
    query_timeout: silenceMilliseconds,
    idleTimeoutMillis: 15_000,
    keepAlive: true,
  });
  pool.on('error', onIdleError);
  // A connection that breaks while it is in use fails its query; without a listener it would also end the process.
  pool.on('connect', (client) => void client.on('error', () => {}));
  return pool;
}
