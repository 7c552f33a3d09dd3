import { handlooms } from '../../../src/sample/handlooms/handlooms.ts';
import { sample } from '../../../src/sample/sample-world.ts';

/** Whom the sample world has. */
export const asha = '919876543210';
export const rohan = '919820012345';
export const fatima = '919000011111';
/** Who comes for a single scene and may be spoilt. */
export const meera = '919811122233';
export const kabir = '919811122266';

export const shop = sample.numberId;
export const care = sample.secondNumberId;
export const clinic = sample.clinicNumberId;
export const weaver = handlooms.numberId;
export const weaverPhone = `app-${handlooms.numberId}`;
