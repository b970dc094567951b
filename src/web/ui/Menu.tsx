import { Menu as Base } from '@base-ui/react/menu';
import clsx from 'clsx';
import Check from 'lucide-react/icons/check';
import type { ReactElement } from 'react';
import { FLOATING_PLACE } from './floating-place.ts';
import type { Icon } from './icon.ts';
import { KeyHint } from './KeyHint.tsx';
import { FLOATING, FLOATING_ROW } from './surfaces.ts';

export interface MenuItem {
  readonly label: string;
  readonly onSelect: () => void;
  readonly icon?: Icon;
  readonly keys?: string;
  readonly hint?: string;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  /** Given: the item is one of a choice, ticked when true. */
  readonly chosen?: boolean;
}

export interface MenuGroup {
  readonly label?: string;
  readonly items: readonly MenuItem[];
}

export interface MenuProps {
  readonly trigger: ReactElement<Record<string, unknown>>;
  readonly groups: readonly MenuGroup[];
  readonly align?: 'start' | 'center' | 'end';
  readonly side?: 'top' | 'bottom' | 'right';
}

/** A list of actions that unfolds from a button. */
export const Menu = ({ trigger, groups, align = 'start', side = 'bottom' }: MenuProps) => (
  <Base.Root>
    <Base.Trigger render={trigger} />
    <Base.Portal container={FLOATING_PLACE}>
      <Base.Positioner sideOffset={4} align={align} side={side} className="z-40 outline-none">
        <Base.Popup className={clsx(FLOATING, 'max-h-(--available-height) min-w-44 overflow-y-auto')}>
          {groups.map((group, at) => (
            <Base.Group key={group.label ?? group.items[0]?.label ?? at} className={clsx('p-1', at > 0 && 'border-t border-line')}>
              {group.label && <Base.GroupLabel className="px-2 py-1 text-12 font-medium text-muted">{group.label}</Base.GroupLabel>}
              {group.items.map((item) => (
                <Row key={item.label} item={item} />
              ))}
            </Base.Group>
          ))}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  </Base.Root>
);

const Row = ({ item }: { readonly item: MenuItem }) => {
  const inside = (
    <>
      {item.chosen !== undefined && (
        <span className="w-4 shrink-0">{item.chosen && <Check size={14} aria-hidden className="text-accent" />}</span>
      )}
      {item.icon && <item.icon size={16} strokeWidth={1.75} aria-hidden className={clsx('shrink-0', item.danger ? '' : 'text-muted')} />}
      <span className="min-w-0 flex-1">
        <span className="block">{item.label}</span>
        {item.hint && <span className="block text-12 text-muted">{item.hint}</span>}
      </span>
      {item.keys && <KeyHint keys={item.keys} />}
    </>
  );
  const className = clsx(FLOATING_ROW, item.danger && 'text-bad');
  return item.chosen === undefined ? (
    <Base.Item className={className} disabled={item.disabled} onClick={item.onSelect}>
      {inside}
    </Base.Item>
  ) : (
    <Base.CheckboxItem className={className} disabled={item.disabled} checked={item.chosen} onCheckedChange={item.onSelect} closeOnClick>
      {inside}
    </Base.CheckboxItem>
  );
};
