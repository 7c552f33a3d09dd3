import { compareVersions } from '../runtime/flow.ts';

/**
 * Meta, "Versioning" and "Flows changelog". Frozen: opens still, but cannot be published. Expired: neither sent nor opened.
 */
const flowJsonVersions: Record<string, 'current' | 'frozen' | 'expired'> = {
  '1.0': 'expired',
  '1.1': 'expired',
  '2.0': 'expired',
  '2.1': 'frozen',
  '3.0': 'frozen',
  '3.1': 'frozen',
  '4.0': 'frozen',
  '5.0': 'frozen',
  '5.1': 'current',
  '6.0': 'current',
  '6.1': 'current',
  '6.2': 'current',
  '6.3': 'current',
  '7.0': 'current',
  '7.1': 'current',
  '7.2': 'current',
  '7.3': 'current',
};

export const versionState = (version: string): 'current' | 'frozen' | 'expired' | undefined =>
  Object.hasOwn(flowJsonVersions, version) ? flowJsonVersions[version] : undefined;

export const isPublishable = (version: string): boolean => versionState(version) === 'current';

export const isSendable = (version: string): boolean =>
  ['current', 'frozen'].includes(versionState(version) ?? '');

export const dataApiVersions = ['3.0', '4.0'];

export const isAtLeast = (version: string, since: string): boolean => compareVersions(version, since) >= 0;
