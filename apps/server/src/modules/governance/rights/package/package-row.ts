import { objectKey } from '../../../../platform/storage/index.ts';

export interface PackageRow {
  packageId: string;
  contactId: string;
  requestId: string;
  state: 'making' | 'ready' | 'failed' | 'gone';
  size: number | null;
  sha256: string | null;
  madeAt: Date | null;
  endsAt: Date | null;
}

export const packageColumns = `package_id as "packageId", contact_id as "contactId", request_id as "requestId", state,
  size::float8 as size, sha256, made_at as "madeAt", ends_at as "endsAt"`;

export const packageKey = (workspaceId: string, packageId: string) =>
  objectKey(workspaceId, 'data-packages', packageId);
