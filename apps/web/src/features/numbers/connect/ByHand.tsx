import { useState } from 'react';
import { ByHandForm } from './ByHandForm.tsx';
import { ConnectedNow } from './ConnectedNow.tsx';
import { NotConnected } from './NotConnected.tsx';
import type { Connection } from './connection.ts';

interface ByHandProps {
  /** Of an account that is connected already, to repair it. */
  metaAppId: string;
  wabaId: string;
}

export function ByHand({ metaAppId, wabaId }: ByHandProps) {
  const [{ tries, result }, setTried] = useState<{ tries: number; result?: Connection | undefined }>({
    tries: 0,
  });
  const keep = (next: Connection | undefined) =>
    setTried((before) => ({ tries: before.tries + 1, result: next }));
  if (result && result.accountId !== null)
    return <ConnectedNow accountId={result.accountId} steps={result.steps} />;
  return (
    <div className="grid gap-5">
      {result && <NotConnected key={tries} steps={result.steps} by="hand" />}
      <ByHandForm start={{ metaAppId, wabaId }} tried={tries > 0} onResult={keep} />
    </div>
  );
}
