/** A PostgreSQL setting's name and value, as `postgres -c name=value` takes them. */
export type PostgresSettings = Readonly<Record<string, string>>;

/** Every setting that differs from PostgreSQL's own default, with the reason. */
const chosen: ReadonlyArray<readonly [name: string, value: string, why: string]> = [
  ['listen_addresses', '', 'nobody but this machine, and of it only who may enter the socket folder'],
  ['unix_socket_permissions', '0700', 'a second fence behind the folder of the same mode'],
  [
    'max_connections',
    '100',
    'several roles with a pool each, and room for a person; 100 slots cost about 2 MB',
  ],
  [
    'shared_buffers',
    '64MB',
    'the idle program stays under 400 MB; the page cache of the system does the rest',
  ],
  ['wal_buffers', '4MB', 'the automatic 1/32 of 64 MB is too little for group commits of raw webhooks'],
  ['work_mem', '8MB', 'sorts and hashes of one page of a list stay in memory, a hundred of them still fit'],
  ['maintenance_work_mem', '64MB', 'index builds and vacuum of million-row tables without spilling'],
  ['effective_cache_size', '1GB', 'tells the planner that the page cache holds the indexes'],
  ['random_page_cost', '1.1', 'solid-state disks: the default of 4 prefers needless full scans'],
  ['jit', 'off', 'the queries are short; compiling them costs more than it saves'],
  ['io_method', 'sync', 'three I/O worker processes fewer; the page cache answers at once'],
  ['max_logical_replication_workers', '0', 'nothing subscribes to another database; one process fewer'],
  ['huge_pages', 'off', 'reserving them needs the administrator; 64 MB gains nothing'],
  ['max_wal_size', '1GB', 'stated, since the disk a small server needs depends on it'],
  ['timezone', 'UTC', 'times are UTC instants; the zone of the machine must not leak into SQL'],
  ['log_timezone', 'UTC', 'one time in all logs'],
  ['log_checkpoints', 'off', 'routine, every five minutes'],
  [
    'log_min_error_statement',
    'panic',
    'statements carry personal data; the program logs its own errors, masked',
  ],
  ['log_error_verbosity', 'terse', 'DETAIL lines quote the row, so personal data again'],
];

/** Tests only: survives a crash of the program, not one of the machine. */
const forgetful: PostgresSettings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

export function composeSettings(options: {
  socketDirectory: string;
  durable: boolean;
  extra: PostgresSettings;
}): PostgresSettings {
  return {
    ...Object.fromEntries(chosen.map(([name, value]) => [name, value])),
    // A list separated by commas: quoted, since a folder's name may hold one.
    unix_socket_directories: `"${options.socketDirectory.replaceAll('"', '""')}"`,
    ...(options.durable ? {} : forgetful),
    ...options.extra,
  };
}
