import type { ComponentType } from 'react';
import type { Line, LineKind } from '../queries.ts';
import { BlockLine } from './kinds/BlockLine.tsx';
import { ConsentLine } from './kinds/ConsentLine.tsx';
import { DetailLine } from './kinds/DetailLine.tsx';
import { IdentityLine } from './kinds/IdentityLine.tsx';
import { MessageLine } from './kinds/MessageLine.tsx';
import { NoteLine } from './kinds/NoteLine.tsx';

/** How a line of each kind is drawn: a kind that the contract gains is a file here. */
export const lineOfKind: Record<LineKind, ComponentType<{ line: Line }>> = {
  messages: MessageLine,
  consent: ConsentLine,
  notes: NoteLine,
  details: DetailLine,
  identity: IdentityLine,
  blocks: BlockLine,
};
