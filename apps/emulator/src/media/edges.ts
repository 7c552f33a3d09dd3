import type { BusinessNumber } from '../directory/records.ts';
import type { Call, Edges, UploadedFile } from '../graph/call.ts';
import { refuse } from '../graph/errors.ts';
import type { Nodes } from '../graph/nodes.ts';
import { bareType, largestOf, tooLarge, uploadTypes } from './kinds.ts';
import type { Media, Medium } from './media.ts';

export function defineMediaNode(nodes: Nodes, media: Media): void {
  const fileOf = ({ id }: Medium) => media.find(id)?.file;
  nodes.define({
    kind: 'media',
    type: 'WhatsAppBusinessMedia',
    collection: media.known,
    owner: (medium) => ({ wabaId: media.wabaOf(medium) ?? '' }),
    defaults: ['messaging_product', 'url', 'mime_type', 'sha256', 'file_size', 'id'],
    fields: {
      messaging_product: () => 'whatsapp',
      url: ({ id }, _, { origin }) => media.urlFor(id, origin),
      mime_type: (medium) => fileOf(medium)?.mime,
      sha256: (medium) => fileOf(medium)?.sha256,
      file_size: (medium) => fileOf(medium)?.size.toString(),
    },
  });
}

/** Meta, "Media". */
export const mediaEdges = (media: Media, nodes: Nodes): Edges => ({
  'POST number/media': {
    access: 'whatsapp_business_messaging',
    counted: false,
    async answer({ node, params, files }: Call<BusinessNumber>) {
      checkProduct(params.messaging_product);
      const file = files.find(({ field }) => field === 'file') ?? refuseFile(params.file);
      const type = readType(file, params.type);
      const keptFor = readMinutes(params.ttl_minutes);
      const { id } = await media.store({
        bytes: file.bytes,
        type,
        name: file.name,
        numberId: node.id,
        source: 'upload',
        ...(keptFor !== undefined && { keptFor }),
      });
      return { id };
    },
  },
  'GET media': {
    access: 'whatsapp_business_messaging',
    counted: false,
    answer(call: Call<Medium>) {
      checkNumber(call);
      return nodes.show('media', call.node, call);
    },
  },
  'DELETE media': {
    access: 'whatsapp_business_messaging',
    counted: false,
    answer(call: Call<Medium>) {
      checkNumber(call);
      media.known.delete(call.node.id);
      return { success: true };
    },
  },
});

function checkProduct(product: unknown): void {
  if (product === undefined) refuse(100, 'The parameter messaging_product is required.');
  if (product !== 'whatsapp') refuse(100, 'Param messaging_product must be one of {WHATSAPP}.');
}

function refuseFile(given: unknown): never {
  return given === undefined ? refuse(100, 'The parameter file is required.') : refuseType('');
}

/** The type is that of the file's part of the form; a part without one has that of the parameter. */
function readType({ type, bytes }: UploadedFile, given: unknown): string {
  const mime = type || (typeof given === 'string' ? given : 'application/octet-stream');
  if (!uploadTypes.includes(bareType(mime))) refuseType(mime);
  const largest = largestOf(mime);
  if (bytes.length > largest) refuse(131053, tooLarge('Uploaded', bytes.length, largest));
  if (bytes.length === 0) refuse(131053, 'Uploaded file is empty.');
  return mime;
}

function refuseType(type: string): never {
  const received = type && ` Received file of type '${type}'.`;
  return refuse(
    100,
    `Param file must be a file with one of the following types: ${uploadTypes.join(', ')}.${received}`,
  );
}

function readMinutes(value: unknown): number | undefined {
  if (value === undefined) return undefined;
  const minutes = Number(value);
  if (Number.isInteger(minutes) && minutes >= 60 && minutes <= 43_200) return minutes * 60_000;
  return refuse(100, 'Param ttl_minutes must be an integer from 60 to 43200.');
}

/** Media of another number are as good as not there. */
function checkNumber({ method, node, params: { phone_number_id: numberId } }: Call<Medium>): void {
  if (numberId === undefined || numberId === node.numberId) return;
  refuse(
    100,
    `Unsupported ${method.toLowerCase()} request. Object with ID '${node.id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api`,
    { subcode: 33, type: 'GraphMethodException' },
  );
}
