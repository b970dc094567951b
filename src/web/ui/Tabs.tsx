import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import { NumberText } from './NumberText.tsx';

export interface Tab<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  readonly count?: number;
  readonly content?: ReactNode;
}

export interface TabsProps<Value extends string> {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly tabs: readonly Tab<Value>[];
  readonly label: string;
}

/** Parts of one thing, one shown at a time. */
export const Tabs = <Value extends string>({ value, onChange, tabs, label }: TabsProps<Value>) => (
  <Base.Root value={value} onValueChange={(next) => onChange(next as Value)}>
    <Base.List aria-label={label} className="relative flex gap-4 overflow-x-auto border-b border-line">
      {tabs.map((tab) => (
        <Base.Tab
          key={tab.value}
          value={tab.value}
          className="flex h-9 shrink-0 items-center gap-1.5 rounded-sm text-13 font-medium text-muted hover:text-text data-active:text-text"
        >
          {tab.label}
          {tab.count !== undefined && <NumberText value={tab.count} className="text-12 text-faint" />}
        </Base.Tab>
      ))}
      <Base.Indicator className="absolute bottom-0 left-0 h-0.5 w-(--active-tab-width) translate-x-(--active-tab-left) bg-accent transition-[translate,width] duration-140" />
    </Base.List>
    {tabs.map(
      (tab) =>
        tab.content !== undefined && (
          <Base.Panel key={tab.value} value={tab.value} className="pt-4">
            {tab.content}
          </Base.Panel>
        ),
    )}
  </Base.Root>
);
