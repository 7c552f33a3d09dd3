import { z } from 'zod';

/** Every error answer, as application/problem+json (RFC 9457). `code` is stable; `detail` is for people. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  detail: z.string(),
  requestId: z.string(),
  /** What a program may act on, such as the rule that refused; which depends on the code. */
  details: z.record(z.string(), z.unknown()).optional(),
  fields: z.array(z.object({ field: z.string(), code: z.string(), message: z.string() })).optional(),
});

export type Problem = z.infer<typeof problemSchema>;
