import { useT } from '../../i18n/use-t.ts';
import { devicesMessages } from './messages.ts';

/** The API says "Chrome on Android"; the names stay, the order of the words follows the language. */
export function useDeviceName(): (device: string | null) => string {
  const t = useT(devicesMessages);
  return (device) => {
    if (device === null) return t('unknown');
    const [browser, system] = device.split(' on ');
    return browser && system ? t('on', { browser, system }) : device;
  };
}
