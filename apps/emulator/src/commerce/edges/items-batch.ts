import { choice, flag, list, requiredChoice, requiredText } from '../../accounts/reading.ts';
import type { Emulator } from '../../emulator.ts';
import type { Call, Edges } from '../../graph/call.ts';
import { refuse } from '../../graph/errors.ts';
import { isObject } from '../../world/json.ts';
import { missingIn, readItem } from '../product-fields.ts';
import type { Batch, Catalog } from '../records.ts';
import type { Shelves } from '../shelves.ts';
import type { Stock } from '../stock.ts';

const access = 'catalog_management';
const largest = 5000;

/** Many changes at once, worked off later (Meta, "Product Catalog Items Batch"). */
export function batchEdges({ world }: Emulator, shelves: Shelves, stock: Stock): Edges {
  const plan = world.tasks.on<{ handle: string }>('commerce.batch', ({ handle }) => {
    const batch = shelves.batches.get(handle);
    if (batch)
      shelves.batches.change(handle, { status: 'finished', problems: workOff(batch, shelves, stock) });
  });
  return {
    'POST catalog/items_batch': {
      access,
      answer({ node, params }: Call<Catalog>) {
        requiredChoice(params, 'item_type', ['PRODUCT_ITEM']);
        const upsert = flag(params, 'allow_upsert') ?? true;
        const read = requestsOf(params).map(readRequest);
        const requests = read.flatMap(({ request }) => (request ? [request] : []));
        const wrong = read.flatMap(({ status }) => (status ? [status] : []));
        if (requests.length === 0) return { handles: [], validation_status: wrong };
        const handle = `Acz${world.random.hex(40)}`;
        const batch: Batch = {
          id: handle,
          catalogId: node.id,
          status: 'started',
          requests,
          upsert,
          problems: [],
        };
        shelves.batches.put(batch);
        plan(world.clock.now() + stock.setting.value.batchSeconds * 1000, { handle });
        return { handles: [handle], validation_status: wrong };
      },
    },
    'GET catalog/check_batch_request_status': {
      access,
      answer({ node, params, fields }: Call<Catalog>) {
        const batch = shelves.batches.get(requiredText(params, 'handle'));
        if (batch?.catalogId !== node.id) refuse(100, 'Param handle is not one of this catalog.');
        const shown = showBatch(batch, flag(params, 'load_ids_of_invalid_requests') ?? false);
        const wanted = fields?.map(({ name }) => name);
        return { data: [wanted ? pick(shown, wanted) : shown] };
      },
    },
  };
}

function requestsOf(params: Record<string, unknown>): unknown[] {
  const requests = list(params, 'requests') ?? refuse(100, 'The parameter requests is required.');
  if (requests.length === 0) refuse(100, 'Param requests must not be empty.');
  if (requests.length > largest) refuse(100, `Param requests must have at most ${largest} elements.`);
  return requests;
}

interface ReadRequest {
  request?: Batch['requests'][number];
  status?: { retailer_id: string; errors: { message: string }[]; warnings: { message: string }[] };
}

/** A request that cannot be read spoils the call; an item with wrong values only itself. */
function readRequest(given: unknown, line: number): ReadRequest {
  if (!isObject(given)) refuse(100, `Param requests[${line}] must be an object.`);
  const method = choice(given, 'method', ['CREATE', 'UPDATE', 'DELETE'] as const);
  if (!method) refuse(100, `Param requests[${line}][method] must be one of {CREATE, UPDATE, DELETE}.`);
  const data = isObject(given.data)
    ? given.data
    : refuse(100, `Param requests[${line}][data] must be an object.`);
  const retailerId = requiredText(data, 'id', { max: 100 });
  if (method === 'DELETE') return { request: { line, method, retailerId, draft: {} } };
  const { draft, errors } = readItem(data);
  const absent = method === 'CREATE' ? missingIn(draft, 'item') : [];
  const messages = [...errors, ...absent.filter((name) => data[name] === undefined).map(requires)];
  if (messages.length === 0) return { request: { line, method, retailerId, draft } };
  const status = { retailer_id: retailerId, errors: messages.map((message) => ({ message })), warnings: [] };
  return { status };
}

const requires = (field: string): string => `A required field is missing: ${field}.`;

function workOff({ catalogId, requests, upsert }: Batch, { find }: Shelves, stock: Stock): Batch['problems'] {
  return requests.flatMap(({ line, method, retailerId, draft }) => {
    const problem = (message: string) => [{ line, id: retailerId, message }];
    const product = find(catalogId, retailerId);
    if (method === 'DELETE') {
      if (!product) return problem('The item to delete does not exist.');
      stock.remove(product.id);
      return [];
    }
    if (!product && method === 'UPDATE' && !upsert) return problem('The item to update does not exist.');
    const [missing] = product ? [] : missingIn(draft, 'item');
    if (missing !== undefined) return problem(requires(missing));
    stock.keep(catalogId, retailerId, draft);
    return [];
  });
}

function showBatch({ id, status, problems }: Batch, withIds: boolean): Record<string, unknown> {
  return {
    handle: id,
    status,
    errors_total_count: problems.length,
    // Meta shows samples, not all.
    errors: problems.slice(0, 100),
    warnings_total_count: 0,
    warnings: [],
    ids_of_invalid_requests: withIds ? problems.map((problem) => problem.id) : [],
  };
}

function pick(shown: Record<string, unknown>, wanted: string[]): Record<string, unknown> {
  for (const name of wanted)
    if (!Object.hasOwn(shown, name))
      refuse(100, `Tried accessing nonexistent field (${name}) on node type (CheckBatchRequestStatus)`);
  return Object.fromEntries(wanted.map((name) => [name, shown[name]]));
}
