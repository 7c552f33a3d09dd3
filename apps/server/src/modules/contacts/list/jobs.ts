import { advanceBulkTask } from '../bulk/bulk.ts';
import { replaceTagTask } from '../tags/replace-tag.ts';

export const contactListTasks = [advanceBulkTask, replaceTagTask];
