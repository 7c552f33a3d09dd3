import type { BusinessNumber } from '../../directory/records.ts';
import type { Emulator } from '../../emulator.ts';
import { type Call, type Edges, Reply } from '../../graph/call.ts';
import { pageOf } from '../../graph/cursors.ts';
import { refuse } from '../../graph/errors.ts';
import type { Collection } from '../../world/collection.ts';
import type { Random } from '../../world/random.ts';
import { choice, requiredText } from '../reading.ts';
import { drawPng, drawSvg } from './qr-image.ts';

/** A code that opens a chat with a first message written already. */
interface QrCode {
  /** The code itself. */
  id: string;
  numberId: string;
  message: string;
  createdAt: number;
}

export interface QrCodes {
  /** What a phone opens that scans a code or follows its link. */
  find(code: string): QrCode | undefined;
}

type Format = 'SVG' | 'PNG';

const mostCodes = 2000;
const access = 'whatsapp_business_management';

/** QR codes and short links (Meta, "QR codes"). */
export function createQrCodes(emulator: Emulator): QrCodes {
  const codes = emulator.world.collection<QrCode>('qr-codes');
  emulator.graph.add(edgesOf(emulator, codes));
  return { find: (code) => codes.get(code) };
}

function edgesOf({ world, directory }: Emulator, codes: Collection<QrCode>): Edges {
  const byNumber = codes.index(({ numberId }) => numberId);
  const get = ({ id }: BusinessNumber, code: unknown): QrCode => {
    const found = typeof code === 'string' ? codes.get(code) : undefined;
    return found?.numberId === id ? found : refuse(100, 'The QR code does not exist.', { subcode: 33 });
  };
  return {
    'GET number/message_qrdls': {
      access,
      answer(call: Call<BusinessNumber>) {
        const { code } = call.params;
        const all = code === undefined ? byNumber.all(call.node.id).toReversed() : [get(call.node, code)];
        const page = pageOf(all, call, { path: `${call.node.id}/message_qrdls` });
        return { ...page, data: page.data.map((one) => show(one, call)) };
      },
    },
    'GET number/message_qrdls/*': {
      access,
      answer: (call: Call<BusinessNumber>) => ({ data: [show(get(call.node, call.rest[0]), call)] }),
    },
    'POST number/message_qrdls': {
      access,
      answer(call: Call<BusinessNumber>) {
        const { node, params } = call;
        const message = requiredText(params, 'prefilled_message', { max: 140 });
        const format = choice(params, 'generate_qr_image', ['SVG', 'PNG']);
        if (params.code !== undefined)
          return show(codes.change(get(node, params.code).id, { message }), call, format);
        if (byNumber.all(node.id).length >= mostCodes)
          refuse(100, `A phone number can have at most ${mostCodes} QR codes.`);
        const id = freshCode(world.random, codes);
        return show(
          codes.put({ id, numberId: node.id, message, createdAt: world.clock.now() }),
          call,
          format,
        );
      },
    },
    'POST number/message_qrdls/*': {
      access,
      answer(call: Call<BusinessNumber>) {
        const message = requiredText(call.params, 'prefilled_message', { max: 140 });
        return show(codes.change(get(call.node, call.rest[0]).id, { message }), call);
      },
    },
    'DELETE number/message_qrdls/*': {
      access,
      answer({ node, rest }: Call<BusinessNumber>) {
        codes.delete(get(node, rest[0]).id);
        return { success: true };
      },
    },
    'GET root/qr/*': {
      access: 'none',
      answer({ rest }: Call) {
        const [, code = '', extension] = /^(\w+)\.(svg|png)$/.exec(rest[0] ?? '') ?? [];
        const number = directory.numbers.get(codes.get(code)?.numberId ?? '');
        if (!number) refuse(803, 'Some of the aliases you requested do not exist');
        const image = extension === 'png' ? drawPng(linkOf(code)) : drawSvg(linkOf(code));
        const type = extension === 'png' ? 'image/png' : 'image/svg+xml';
        return new Reply(image, { headers: { 'content-type': type } });
      },
    },
  };
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.split('');

function freshCode(random: Random, codes: Collection<QrCode>): string {
  const code = Array.from({ length: 14 }, () => random.pick(letters)).join('');
  return codes.has(code) ? freshCode(random, codes) : code;
}

const linkOf = (code: string): string => `https://wa.me/message/${code}`;

const known = new Set(['code', 'prefilled_message', 'deep_link_url', 'qr_image_url', 'creation_time']);

/** The image's address comes when it was asked for: when the code is made, or by the field with its format. */
function show({ id, message, createdAt }: QrCode, { fields, origin }: Call, made?: Format) {
  const format = fields?.find(({ name }) => name === 'qr_image_url')?.calls.format ?? made;
  const image = (of: string): string => `${origin}/qr/${id}.${of.toLowerCase() === 'png' ? 'png' : 'svg'}`;
  const all: Record<string, unknown> = {
    code: id,
    prefilled_message: message,
    deep_link_url: linkOf(id),
    ...(fields && { creation_time: Math.floor(createdAt / 1000) }),
    ...((format !== undefined || fields) && { qr_image_url: image(format ?? 'SVG') }),
  };
  if (!fields) return all;
  return Object.fromEntries(
    fields.map(({ name }) =>
      known.has(name)
        ? [name, all[name]]
        : refuse(100, `Tried accessing nonexistent field (${name}) on node type (MessageQRCode)`),
    ),
  );
}
