import type { RunnableTask } from '../../../platform/jobs/index.ts';
import { writeExportTask } from '../exports/write-export.ts';
import type { HigherConditions } from '../list/filter-ground.ts';
import { advanceImportTask } from './advance.ts';
import { forgetFilesTask } from './forget-files.ts';
import type { ImportParts } from './import-parts.ts';

interface TaskParts {
  imports: ImportParts;
  contactConditions: HigherConditions;
}

export const contactFileTasks: RunnableTask<TaskParts>[] = [
  advanceImportTask,
  writeExportTask,
  forgetFilesTask,
];
