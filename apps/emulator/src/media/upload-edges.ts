import type { App } from '../directory/records.ts';
import type { Call, Edges } from '../graph/call.ts';
import { refuse } from '../graph/errors.ts';
import type { Nodes } from '../graph/nodes.ts';
import type { Upload, Uploads } from './uploads.ts';

const types = ['application/pdf', 'image/jpeg', 'image/jpg', 'image/png', 'video/mp4'];
const largest = 100 * 1024 * 1024;

export function defineUploadNode(nodes: Nodes, uploads: Uploads): void {
  nodes.define({
    kind: 'upload',
    type: 'UploadSession',
    collection: uploads.known,
    owner: ({ appId }) => ({ appId }),
    defaults: ['file_offset'],
    fields: { file_offset: ({ offset }) => offset },
  });
}

/** Meta, "Resumable Upload API". */
export const uploadEdges = (uploads: Uploads): Edges => ({
  'POST app/uploads': {
    access: 'any',
    counted: false,
    answer({ node, app, params }: Call<App>) {
      if (node.id !== app.id) refuse(200, 'The access token belongs to another app.');
      const { file_name: name } = params;
      const upload = uploads.begin({
        appId: app.id,
        length: readLength(params.file_length),
        type: readType(params.file_type),
        ...(typeof name === 'string' && { name }),
      });
      return { id: addressOf(upload) };
    },
  },
  'POST upload': {
    access: 'any',
    raw: true,
    counted: false,
    async answer(call: Call<Upload>) {
      checkSession(call);
      const grown = await uploads.append(call.node, readOffset(call.headers.file_offset), call.bytes);
      if (grown.handle !== undefined) return { h: grown.handle };
      return { id: addressOf(grown), file_offset: grown.offset };
    },
  },
  'GET upload': {
    access: 'any',
    counted: false,
    answer(call: Call<Upload>) {
      checkSession(call);
      return { id: addressOf(call.node), file_offset: call.node.offset };
    },
  },
});

const addressOf = ({ id, sig }: Upload): string => `${id}?sig=${sig}`;

function checkSession({ node, app, query }: Call<Upload>): void {
  if (node.appId !== app.id) refuse(200, 'The access token belongs to another app.');
  if (query.sig !== node.sig) refuse(100, 'Param sig does not belong to the upload session.');
}

function readLength(value: unknown): number {
  if (value === undefined) refuse(100, 'The parameter file_length is required.');
  const length = Number(value);
  if (Number.isInteger(length) && length > 0 && length <= largest) return length;
  return refuse(100, `Param file_length must be an integer from 1 to ${largest}.`);
}

function readType(value: unknown): string {
  if (value === undefined) refuse(100, 'The parameter file_type is required.');
  if (typeof value === 'string' && types.includes(value)) return value;
  return refuse(100, `Param file_type must be one of {${types.join(', ')}}.`);
}

function readOffset(header: string | string[] | undefined): number {
  const offset = Number(header ?? 0);
  return Number.isInteger(offset) && offset >= 0
    ? offset
    : refuse(100, 'Header file_offset must be a non-negative integer.');
}
