/** The look of everything that floats: menus, popovers, lists. */
export const FLOATING =
  'rounded-md border border-line bg-raised text-13 text-text shadow-float outline-none origin-(--transform-origin) transition-[opacity,scale] duration-120 data-starting-style:scale-98 data-starting-style:opacity-0 data-ending-style:opacity-0';

/** One row of a floating list. */
export const FLOATING_ROW =
  'flex min-h-8 cursor-default items-center gap-2 rounded-sm px-2 py-1 text-13 outline-none select-none data-highlighted:bg-hover data-disabled:text-faint';

/** A box to type or choose in. */
export const FIELD =
  'h-8 w-full min-w-0 rounded-md border border-control bg-surface px-2.5 text-13 text-text outline-offset-0 transition-colors hover:border-muted focus-visible:outline-2 focus-visible:outline-accent disabled:opacity-50 aria-invalid:border-bad';

/** A row of the command palette; its library writes `data-disabled="false"`, so the row above does not fit. */
export const PALETTE_ROW =
  'flex min-h-8 cursor-default items-center gap-2 rounded-sm px-2 py-1 text-13 text-text outline-none select-none data-[selected=true]:bg-hover';
