export {
  countErased,
  eraserIn,
  namesThem,
  type ErasedPerson,
  type Eraser,
  type ErasingParts,
} from './eraser.ts';
export { StillUnderWay } from './still-under-way.ts';
