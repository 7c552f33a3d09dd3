import { useQuery } from '@tanstack/react-query';
import { useT } from '../../../i18n/use-t.ts';
import { StatusDot } from '../../../ui/display/StatusDot.tsx';
import { deliveryMessages } from '../messages.ts';
import { deliveryQuery } from '../queries.ts';

const outcomes = {
  pending: ['info', 'trying'],
  done: ['good', 'takenIn'],
  parked: ['warn', 'parkedAgain'],
  discarded: ['neutral', 'discarded'],
} as const;

/** Follows a delivery that was tried again until it is settled. */
export function WhatCameOfIt({ deliveryId }: { deliveryId: string }) {
  const t = useT(deliveryMessages);
  const { data } = useQuery(deliveryQuery(deliveryId));
  const [tone, word] = outcomes[data?.state ?? 'pending'];
  return (
    <output>
      <StatusDot tone={tone} label={t(word)} />
    </output>
  );
}
