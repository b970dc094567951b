import type { EarlyLives, EarlyLivesQuestion, MeasuredWorkspace } from '#flow/measures/index.ts';

/** What this stage needs of the river; given by the composition root. */
export interface ActivateDeps {
  earlyLives(workspace: MeasuredWorkspace, question: EarlyLivesQuestion): Promise<EarlyLives>;
  accountsByNums(ws: number, nums: readonly number[]): Promise<ReadonlyMap<number, { readonly id: string; readonly name: string }>>;
}
