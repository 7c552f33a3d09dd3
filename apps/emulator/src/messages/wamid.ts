/** Message ids as Meta's look: the customer's number and an id of the message, in base64. */
export function wamid(person: string, id: string): string {
  const inbound = id.length === 20;
  const bytes = Buffer.concat([
    Buffer.from([0x1c, 0x18, person.length]),
    Buffer.from(person),
    Buffer.from([0x15, 0x02, 0x00, inbound ? 0x12 : 0x11, 0x18, id.length]),
    Buffer.from(id),
    Buffer.from([0x00]),
  ]);
  return `wamid.${bytes.toString('base64')}`;
}

/** Hex digits of the id within: Meta's are longer on what customers write. */
export const digitsOf = { inbound: 20, outbound: 18 } as const;
