import { listAccountFields, listPersonFields } from '#flow/signals/contracts.ts';
import { listSegments } from '../../segment-contracts.ts';

/** What shows segments by their names: asked again when one comes, goes or is called otherwise. */
export const NAMES_OF_SEGMENTS = [listSegments, listAccountFields, listPersonFields] as const;
