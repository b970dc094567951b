import { FACT_SAYS } from '#flow/facts/index.ts';
import { IDENTITY_SAYS } from '#flow/identity/index.ts';
import { CELL_SAYS, IMPORT_SAYS, ROW_SAYS, TRACKING_SAYS } from '#flow/intake/index.ts';
import { BOARD_SAYS, EXPERIMENT_SAYS, MEASURE_SAYS, PLAN_SAYS, SEGMENT_SAYS } from '#flow/measures/index.ts';
import { PLAY_SAYS } from '#flow/plays/index.ts';
import { FORMULA_SAYS, SIGNAL_SAYS } from '#flow/signals/index.ts';
import { RECORD_SAYS } from '#kernel/record-sayings.ts';
import type { Sayings } from '#kernel/saying.ts';
import { ACCESS_SAYS } from '#platform/access.ts';
import { HTTP_SAYS, INPUT_SAYS, TITLES } from '#platform/http.ts';
import { STORE_SAYS } from '#platform/store-sayings.ts';
import { ENGAGE_SAYS } from '#stages/engage/index.ts';
import { GROW_SAYS } from '#stages/grow/index.ts';
import { MARKET_SAYS } from '#stages/market/index.ts';
import { RETAIN_SAYS } from '#stages/retain/index.ts';
import { SELL_SAYS } from '#stages/sell/index.ts';

/** Every sentence of a refusal that the product can say, slice by slice, but for the demo company’s: what was kept as a code finds its words here. */
export const SAYINGS: readonly Sayings[] = [
  ...[RECORD_SAYS, HTTP_SAYS, TITLES, INPUT_SAYS, STORE_SAYS, ACCESS_SAYS],
  ...[
    IDENTITY_SAYS,
    TRACKING_SAYS,
    IMPORT_SAYS,
    CELL_SAYS,
    ROW_SAYS,
    FACT_SAYS,
    MEASURE_SAYS,
    BOARD_SAYS,
    EXPERIMENT_SAYS,
    PLAN_SAYS,
    SEGMENT_SAYS,
    SIGNAL_SAYS,
    FORMULA_SAYS,
    PLAY_SAYS,
  ],
  ...[MARKET_SAYS, SELL_SAYS, ENGAGE_SAYS, RETAIN_SAYS, GROW_SAYS],
];
