import { useSyncExternalStore } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { Banner } from '../../ui/feedback/Banner.tsx';
import { useConnectionLost } from '../connection.ts';
import { shellMessages } from '../messages.ts';

export function OfflineBanner() {
  const t = useT(shellMessages);
  const online = useSyncExternalStore(watchNetwork, () => navigator.onLine);
  const lost = useConnectionLost();
  return (
    <output className="block">
      {(!online || lost) && (
        <Banner tone="warn" wide>
          {t(online ? 'serverAway' : 'offline')}
        </Banner>
      )}
    </output>
  );
}

function watchNetwork(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}
