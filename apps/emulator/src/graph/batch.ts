import { isObject } from '../world/json.ts';
import { segmentsOf, splitAddress } from './address.ts';
import { Reply } from './call.ts';
import { refuse } from './errors.ts';
import type { Asked, Graph } from './graph.ts';
import { paramsOf } from './params.ts';

const most = 50;

/** Several calls in one: each gets an answer of its own, with its body as text (Meta, "Batch requests"). */
export async function runBatch(
  graph: Graph,
  asked: Asked,
  params: Record<string, unknown>,
  replyTo: (error: unknown) => Reply,
): Promise<Reply> {
  const { batch, access_token: token, appsecret_proof: proof } = params;
  if (!Array.isArray(batch)) refuse(100, 'Param batch must be an array.');
  if (batch.length > most) refuse(100, `Too many requests in batch message. Maximum batch size is ${most}`);
  const shared = {
    ...(token !== undefined && { access_token: token }),
    ...(proof !== undefined && { appsecret_proof: proof }),
  };
  const answers: object[] = [];
  for (const one of batch as unknown[]) {
    const reply = await runOne(graph, asked, shared, one).catch(replyTo);
    answers.push({
      code: reply.status,
      headers: [{ name: 'Content-Type', value: 'application/json; charset=UTF-8' }],
      body: JSON.stringify(reply.body),
    });
  }
  return new Reply(answers);
}

async function runOne(
  graph: Graph,
  asked: Asked,
  shared: Record<string, unknown>,
  one: unknown,
): Promise<Reply> {
  if (!isObject(one) || typeof one.relative_url !== 'string')
    refuse(100, 'Each request of a batch needs a relative_url.');
  const { method = 'GET', relative_url: address, body } = one;
  if (typeof method !== 'string') refuse(100, 'The method of a request of a batch must be a string.');
  const [path, search] = splitAddress(address);
  const inner: Asked = {
    ...asked,
    method: method.toUpperCase(),
    segments: segmentsOf(path).segments,
    query: { ...shared, ...paramsOf(new URLSearchParams(search)) },
  };
  return graph.answer(inner, graph.route(inner), {
    params: typeof body === 'string' ? paramsOf(new URLSearchParams(body)) : isObject(body) ? body : {},
    files: [],
    bytes: new Uint8Array(),
    text: '',
  });
}
