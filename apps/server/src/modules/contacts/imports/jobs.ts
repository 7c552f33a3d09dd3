import { writeExportTask } from '../exports/write-export.ts';
import { advanceImportTask } from './advance.ts';
import { forgetFilesTask } from './forget-files.ts';

export const contactFileTasks = [advanceImportTask, writeExportTask, forgetFilesTask];
