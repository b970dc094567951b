import type { StageManifest } from '#kernel/manifest.ts';
import { manifest as acquire } from '#stages/acquire/stage.ts';
import { manifest as activate } from '#stages/activate/stage.ts';
import { manifest as engage } from '#stages/engage/stage.ts';
import { manifest as grow } from '#stages/grow/stage.ts';
import { manifest as market } from '#stages/market/stage.ts';
import { manifest as retain } from '#stages/retain/stage.ts';
import { manifest as sell } from '#stages/sell/stage.ts';

/** Every stage of the lifecycle with what it plugs into the river, in the river's order. */
export const manifests: readonly StageManifest[] = [market, acquire, sell, activate, engage, retain, grow];
