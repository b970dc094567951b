import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import { Instant, LocalDate } from '#kernel/page.ts';
import { Language } from '#kernel/words.ts';

/** What company to simulate, as far as it is not left to us. */
export const DemoWish = z.object({
  seed: z.number().int().min(0).max(2_147_483_647).optional(),
  accounts: z.number().int().min(1).max(5_000).optional(),
  months: z.number().int().min(3).max(36).optional(),
  /** Mean product events of an active person a month. */
  uses: z.number().min(0).max(200).optional(),
  language: Language.optional(),
});
export type DemoWish = z.infer<typeof DemoWish>;

/** The plan that is carried out; equal plans give equal companies. */
export const DemoPlan = z.object({
  seed: z.number().int(),
  accounts: z.number().int(),
  months: z.number().int(),
  usesPerPersonMonth: z.number(),
  language: Language,
  endsOn: LocalDate,
  timeZone: z.string(),
  currency: z.string(),
});
export type DemoPlan = z.infer<typeof DemoPlan>;

/** What is being done: the company is simulated, its files are imported, its messages are sent, its past is worked out. */
export const DEMO_PHASES = ['simulate', 'files', 'messages', 'history'] as const;
export const DemoPhase = z.enum(DEMO_PHASES);
export type DemoPhase = z.infer<typeof DemoPhase>;

export const DemoStatus = z.enum(['none', 'running', 'done', 'failed', 'cancelled', 'removing']);
export type DemoStatus = z.infer<typeof DemoStatus>;

export const DemoState = z.object({
  status: DemoStatus,
  plan: DemoPlan.nullable(),
  /** Each phase with how much of it is done: accounts, rows, messages, steps. A total of 0 is not known yet. */
  phases: z.array(z.object({ phase: DemoPhase, state: z.enum(['waiting', 'running', 'done']), done: z.number(), total: z.number() })),
  /** Of all the work, 0 to 1. */
  ratio: z.number().min(0).max(1),
  /** Milliseconds until it is ready, as far as can be said. */
  remainingMs: z.number().nullable(),
  /** Messages that the event door took, and those that it refused. */
  accepted: z.number().int(),
  rejected: z.number().int(),
  startedAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
  error: z
    .object({
      message: z.string(),
      remedy: z.string().nullable(),
      /** The same for programs: the code and the values of the sentence. */
      said: z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) }).optional(),
    })
    .nullable(),
});
export type DemoState = z.infer<typeof DemoState>;

const tag = 'Demo';
const path = '/api/v1/demo';
export const getDemo = endpoint({
  id: 'getDemo',
  method: 'GET',
  path,
  policy: 'records.read',
  tag,
  summary: 'Is the demo company here, or how far is it?',
  out: DemoState,
});
export const startDemo = endpoint({
  id: 'startDemo',
  method: 'POST',
  path,
  policy: 'import.run',
  tag,
  summary: 'Bring a simulated company into an empty workspace; one that was cut off goes on',
  body: DemoWish,
  out: DemoState,
  status: 202,
});
export const cancelDemo = endpoint({
  id: 'cancelDemo',
  method: 'POST',
  path: '/api/v1/demo/cancel',
  policy: 'import.run',
  tag,
  summary: 'Stop bringing the demo company; what is in stays until it is removed',
  out: DemoState,
});
export const removeDemo = endpoint({
  id: 'removeDemo',
  method: 'POST',
  path: '/api/v1/demo/remove',
  policy: 'import.run',
  tag,
  summary: 'Take the demo company out again; refused once other data came to the workspace',
  out: DemoState,
  status: 202,
});
