import { isObject } from '../world/json.ts';
import { Reply } from './call.ts';
import { GraphError, refuse } from './errors.ts';
import type { Asked, Graph } from './graph.ts';
import { paramsOf } from './read-body.ts';

const most = 50;

/** Several calls in one: each gets an answer of its own, with its body as text (Meta, "Batch requests"). */
export async function runBatch(graph: Graph, asked: Asked, params: Record<string, unknown>): Promise<Reply> {
  const { batch, access_token: token, appsecret_proof: proof } = params;
  if (!Array.isArray(batch)) refuse(100, 'Param batch must be an array.');
  if (batch.length > most) refuse(100, `Too many requests in batch message. Maximum batch size is ${most}`);
  const shared = { access_token: token, ...(proof !== undefined && { appsecret_proof: proof }) };
  const answers: unknown[] = [];
  for (const one of batch) answers.push(await runOne(graph, asked, shared, one));
  return new Reply(answers);
}

async function runOne(
  graph: Graph,
  asked: Asked,
  shared: Record<string, unknown>,
  one: unknown,
): Promise<unknown> {
  try {
    if (!isObject(one) || typeof one.relative_url !== 'string')
      refuse(100, 'Each request of a batch needs a relative_url.');
    const [path = '', search = ''] = one.relative_url.split('?', 2);
    const segments = path.split('/').filter(Boolean).map(decodeURIComponent);
    if (/^v\d+\.\d+$/.test(segments[0] ?? '')) segments.shift();
    const inner: Asked = {
      ...asked,
      method: String(one.method ?? 'GET').toUpperCase(),
      segments,
      query: { ...shared, ...paramsOf(new URLSearchParams(search)) },
    };
    const body =
      typeof one.body === 'string'
        ? paramsOf(new URLSearchParams(one.body))
        : isObject(one.body)
          ? one.body
          : {};
    const reply = await graph.answer(inner, graph.route(inner), {
      params: body,
      files: [],
      bytes: new Uint8Array(),
      text: '',
    });
    return answerOf(reply.status, reply.body);
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return answerOf(error.status, error.envelope('batch'));
  }
}

const answerOf = (code: number, body: unknown): object => ({
  code,
  headers: [{ name: 'Content-Type', value: 'application/json; charset=UTF-8' }],
  body: JSON.stringify(body),
});
