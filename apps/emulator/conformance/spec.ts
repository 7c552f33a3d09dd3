import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { isObject } from '../src/world/json.ts';
import { createCheck, type Deviation } from './check.ts';
import { undescribedTypes } from './deviations.ts';
import { readOperations, type Operation } from './operations.ts';
import type { Schema, SpecDocument } from './document.ts';
import { completeSchemas } from './schemas.ts';

/** Meta's published description of the API, and what can be asked of it. Paths are written as it writes them. */
export interface Spec {
  operations: readonly Operation[];
  /** What is wrong with an answer: its status, a value, a missing property, or one that Meta's answer does not have. */
  checkAnswer(method: string, path: string, status: number, body: unknown): Deviation[];
  /** Fields and types of messages that the description leaves out are not looked at. */
  checkWebhook(body: unknown): Deviation[];
}

/** Beside the repository, where Meta's files may lie; they are no part of it. */
export const referenceFolder = path.resolve(import.meta.dirname, '../../../../shared/reference');

/** Nothing when the folder is not there: whoever runs this says that it was skipped. */
export function loadSpec(folder = referenceFolder): Spec | undefined {
  const file = path.join(folder, 'meta-openapi', 'business-messaging-api_v23.0.yaml');
  return existsSync(file) ? readSpec(parse(readFileSync(file, 'utf8')) as SpecDocument) : undefined;
}

export function readSpec(document: SpecDocument): Spec {
  const operations = readOperations(document);
  const complete = completeSchemas(document);
  const check = createCheck((schema) => complete(schema));
  const find = (method: string, at: string) =>
    operations.find(({ name }) => name === `${method.toUpperCase()} ${at.replace('/{Version}', '')}`);
  const webhook = find('POST', '/whatsapp/webhooks')?.request;
  const described = webhook ? describedFields(complete(webhook)) : [];

  return {
    operations,
    checkAnswer(method, at, status, body) {
      const operation = find(method, at);
      if (!operation) return [unknownOperation(method, at)];
      const answer = operation.answers.get(status);
      if (answer) return check(answer.schema, body);
      if (status >= 400) return check({ $ref: '#/components/schemas/GraphAPIError' }, body);
      return [{ at: '', rule: 'status', what: `answered ${status}, which Meta does not list` }];
    },
    checkWebhook: (body) => check(webhook, onlyDescribed(body, described)),
  };
}

const unknownOperation = (method: string, at: string): Deviation => ({
  at: '',
  rule: 'operation',
  what: `${method.toUpperCase()} ${at} is not in Meta's description`,
});

const describedFields = (webhook: Schema): unknown[] =>
  webhook.properties?.['entry']?.items?.properties?.['changes']?.items?.properties?.['field']?.enum ?? [];

function onlyDescribed(body: unknown, fields: readonly unknown[]): unknown {
  if (!isObject(body)) return body;
  const isDescribed = (change: Record<string, unknown>) => fields.includes(change['field']);
  const entry = mapList(body['entry'], (one) => ({
    ...one,
    changes: mapList(keepOf(one['changes'], isDescribed), (change) => ({
      ...change,
      value: withoutUndescribedTypes(change['value']),
    })),
  }));
  return { ...body, entry };
}

function withoutUndescribedTypes(value: unknown): unknown {
  if (!isObject(value) || !value['messages']) return value;
  const { contacts, ...rest } = value;
  const messages = keepOf(value['messages'], ({ type }) => !undescribedTypes.includes(type));
  // A changed identity comes with contacts, by which the description tells what people wrote from what it calls system.
  const isSystem =
    Array.isArray(messages) && messages.some((one: unknown) => isObject(one) && one['type'] === 'system');
  return isSystem
    ? { ...rest, messages }
    : { ...rest, ...(contacts !== undefined && { contacts }), messages };
}

type Properties = Record<string, unknown>;

// What is not of the expected kind stays as it is: finding that is the check's part.
const keepOf = (list: unknown, keep: (one: Properties) => boolean): unknown =>
  Array.isArray(list) ? list.filter((one: unknown) => !isObject(one) || keep(one)) : list;

const mapList = (list: unknown, change: (one: Properties) => Properties): unknown =>
  Array.isArray(list) ? list.map((one: unknown) => (isObject(one) ? change(one) : one)) : list;
