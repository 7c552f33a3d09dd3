import { type PlantedBug, testOf } from './bug.ts';

const ingest = 'apps/server/src/modules/messaging/ingest';
const mount = `${ingest}/mount.ts`;
const deliveries = `${ingest}/deliveries.ts`;
const signature = 'packages/whatsapp/src/intake/signature.ts';

const door = testOf(`${ingest}/mount.pg.test.ts`);
const bad = testOf(`${ingest}/bad-bodies.pg.test.ts`);
const lost = testOf(`${ingest}/lost-database.pg.test.ts`);
const group = testOf(`${ingest}/group-commit.test.ts`);
const signatures = testOf('packages/whatsapp/src/intake/signature.test.ts');

/** Mistakes on the way in. */
export const ingestBugs: PlantedBug[] = [
  {
    name: 'answered before it is durable',
    file: mount,
    find: 'await intake.add({ workspaceId, appId, body });',
    put: 'void intake.add({ workspaceId, appId, body }).catch(() => {});',
    caughtBy: lost('while the database is away everything is refused at once'),
  },
  {
    name: 'told that it is stored when it is not',
    file: `${ingest}/group-commit.ts`,
    find: '      if (failure) reject(notStored(failure.error));\n      else resolve();',
    put: '      resolve();',
    caughtBy: group('a batch that fails refuses those in it'),
  },
  {
    name: 'no signature is asked for',
    file: mount,
    find: "if (!verifySignature(body, request.headers['x-hub-signature-256'], secrets)) throw wrongSignature();",
    put: '',
    caughtBy: door('is refused, and leaves a count only'),
  },
  {
    name: 'signatures are compared as texts',
    file: signature,
    find: "secret !== '' && timingSafeEqual(createHmac('sha256', secret).update(rawBytes).digest(), signature),",
    put: "secret !== '' && createHmac('sha256', secret).update(rawBytes).digest('hex') === given,",
    caughtBy: door('counts in upper-case digits too'),
  },
  {
    name: 'only the beginning of a signature counts',
    file: signature,
    find: "timingSafeEqual(createHmac('sha256', secret).update(rawBytes).digest(), signature)",
    put: "createHmac('sha256', secret).update(rawBytes).digest().subarray(0, 4).equals(signature.subarray(0, 4))",
    caughtBy: signatures('when a single digit'),
  },
  {
    name: 'without a secret everything is believed',
    file: signature,
    find: 'return matches.length > 0;',
    put: 'return secrets.length === 0 || matches.length > 0;',
    caughtBy: signatures('without a secret'),
  },
  {
    name: 'an empty secret is a secret',
    file: signature,
    find: "secret !== '' && timingSafeEqual",
    put: 'timingSafeEqual',
    caughtBy: signatures('without a secret'),
  },
  {
    name: 'the next secret is not accepted',
    file: signature,
    find: 'secrets.filter(',
    put: 'secrets.slice(0, 1).filter(',
    caughtBy: door('may be by the old secret'),
  },
  {
    name: 'the signature is of the body as it would be written again',
    file: mount,
    find: 'verifySignature(body, ',
    put: 'verifySignature(Buffer.from(JSON.stringify(JSON.parse(body.toString()))), ',
    caughtBy: door('is kept as it is, since it was signed'),
  },
  {
    name: 'a body that came before is stored again',
    file: deliveries,
    find: 'select *, sha256(body) as body_hash from given',
    put: "select *, sha256(body || convert_to(delivery_id::text, 'UTF8')) as body_hash from given",
    caughtBy: door('is stored once a day'),
  },
  {
    name: 'bodies are stored under the door of another workspace',
    file: deliveries,
    find: 'arrayOf(deliveries.map(({ workspaceId }) => workspaceId)),',
    put: 'arrayOf(deliveries.map(() => deliveries[0]!.workspaceId)),',
    caughtBy: bad('bodies of several workspaces that are stored together'),
  },
  {
    name: 'a stranger decides how much is read',
    file: mount,
    find: 'bodyLimit: mostBytes,',
    put: 'bodyLimit: 512 * 1024 * 1024,',
    caughtBy: door('of 3 MB and a byte is refused'),
  },
  {
    name: 'nobody is refused while the database is away',
    file: `${ingest}/group-commit.ts`,
    find: 'if (full || this.#isAway()) return',
    put: 'if (false) return',
    caughtBy: group('past a number of items or of bytes'),
  },
];
