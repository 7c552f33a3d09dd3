import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDirectory } from '../../directory/directory.ts';
import type { Emulator } from '../../emulator.ts';
import { Faults } from '../../faults/faults.ts';
import { GraphError } from '../../graph/errors.ts';
import { type Asked, Graph } from '../../graph/graph.ts';
import { Nodes } from '../../graph/nodes.ts';
import { Quota } from '../../graph/quota.ts';
import { paramsOf } from '../../graph/params.ts';
import { makeSampleWorld, sample } from '../../sample/sample-world.ts';
import { Poster } from '../../webhooks/post.ts';
import { Webhooks } from '../../webhooks/webhooks.ts';
import { World } from '../../world/world.ts';
import type { JsonObject } from '../../world/json.ts';

/** Monday, 5 October 2026, noon in India. */
export const noon = Date.UTC(2026, 9, 5, 6, 30);

export interface Answer {
  status: number;
  body: Record<string, unknown>;
}

interface Told {
  entry: string;
  field: string;
  value: JsonObject;
}

interface Asking {
  token?: string;
  body?: JsonObject;
  version?: number;
}

/** A sample world without a network: calls go to Graph itself, and webhooks are written down. */
export interface Office {
  emulator: Emulator;
  ask(method: string, address: string, given?: Asking): Promise<Answer>;
  /** What subscribers heard of a field so far. */
  told(field: string): Promise<JsonObject[]>;
  close(): void;
}

/** Answers every handshake whose token is right, and takes every webhook. */
class Notebook extends Poster {
  readonly told: Told[] = [];

  constructor() {
    super({});
  }

  override async post(_: string, { body }: { body: string }): Promise<number> {
    const { entry } = JSON.parse(body) as {
      entry: { id: string; changes: { field: string; value: JsonObject }[] }[];
    };
    for (const { id, changes } of entry) this.told.push(...changes.map((one) => ({ entry: id, ...one })));
    return 200;
  }

  override async get(url: string): Promise<{ status: number; text: string }> {
    const { searchParams } = new URL(url);
    const isKnown = searchParams.get('hub.verify_token') === 'the right one';
    return isKnown
      ? { status: 200, text: searchParams.get('hub.challenge') ?? '' }
      : { status: 403, text: 'no' };
  }
}

export function openOffice(create: (emulator: Emulator) => void): Office {
  const folder = mkdtempSync(path.join(tmpdir(), 'office-'));
  const world = new World({ folder, seed: 'office', now: noon, rate: 0 });
  const directory = createDirectory(world);
  const poster = new Notebook();
  const faults = new Faults(world);
  const quota = new Quota(world, directory);
  const graph = new Graph({ world, directory, nodes: new Nodes(), quota });
  const webhooks = new Webhooks({ world, directory, faults, poster });
  const emulator: Emulator = { world, directory, faults, graph, webhooks };
  create(emulator);
  makeSampleWorld(world, directory);
  directory.apps.change(sample.appId, { callbackUrl: 'https://trikon.example.in/webhook' });
  for (const { id } of directory.wabas.values()) {
    directory.wabas.change(id, { subscriptions: [{ appId: sample.appId }] });
  }
  return {
    emulator,
    ask: (method, address, given) => askGraph(graph, method, address, given),
    async told(field) {
      await world.settle();
      return poster.told.filter((one) => one.field === field).map(({ value }) => value);
    },
    close() {
      void poster.close();
      world.journal.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function askGraph(
  graph: Graph,
  method: string,
  address: string,
  { token = sample.token, body = {}, version = 25 }: Asking = {},
): Promise<Answer> {
  const { pathname, searchParams } = new URL(address, 'http://emulator.test');
  const asked: Asked = {
    method,
    segments: pathname.split('/').filter(Boolean),
    version,
    query: paramsOf(searchParams),
    headers: token === '' ? {} : { authorization: `Bearer ${token}` },
    origin: 'http://emulator.test',
  };
  try {
    const read = { params: { ...body }, files: [], bytes: new Uint8Array(), text: '' };
    const reply = await graph.answer(asked, graph.route(asked), read);
    return { status: reply.status, body: reply.body as Record<string, unknown> };
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return {
      status: error.status,
      body: error.envelope('trace').error as unknown as Record<string, unknown>,
    };
  }
}
