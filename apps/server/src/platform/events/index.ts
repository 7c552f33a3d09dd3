export { publish, publishIn, type Fact } from './publish.ts';
