import path from 'node:path';
import { ConfigError, type Config } from './config.ts';
import { openDiskStorage, openS3Storage, type Storage } from './platform/storage/index.ts';

/** Where files live, as the settings say. */
export async function openStorage(config: Config): Promise<Storage> {
  if (config.storage === 'disk') return openDiskStorage(path.join(config.dataFolder, 'files'));
  const {
    s3Endpoint: endpoint,
    s3Bucket: bucket,
    s3AccessKeyId: accessKeyId,
    s3SecretAccessKey: secretAccessKey,
  } = config;
  if (!endpoint || !bucket || !accessKeyId || !secretAccessKey) {
    throw new ConfigError(
      'TRIKON_STORAGE is s3, so TRIKON_S3_ENDPOINT, TRIKON_S3_BUCKET, TRIKON_S3_ACCESS_KEY_ID and TRIKON_S3_SECRET_ACCESS_KEY are needed.',
    );
  }
  return openS3Storage({ endpoint, region: config.s3Region, bucket, accessKeyId, secretAccessKey });
}
