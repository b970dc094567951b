import type { ComponentType } from 'react';
import type { AnyMessages, MessageKey, Messages, MessageTree } from '#web/i18n/catalogue.ts';
import type { EntityCards } from '#web/ui/entity-cards.ts';
import type { Icon } from '#web/ui/icon.ts';

/** The parts of the sidebar, in their order. */
const NAV_SECTIONS = ['top', 'customers', 'stages', 'decide', 'act', 'foot'] as const;
export type NavSection = (typeof NAV_SECTIONS)[number];

/** A page of a slice. */
export interface WebRoute<Key extends string = string> {
  /** Below the workspace (`/accounts/$id`), or from the root when `public`. */
  readonly path: string;
  /** Fetches the page when it is first visited: `async () => (await import('./AccountPage.tsx')).AccountPage`. */
  readonly page: () => Promise<ComponentType>;
  /** Its name in the window's title. */
  readonly titleKey: Key;
  /** Outside of a workspace and without the sidebar: sign-in, sign-up, welcome. */
  readonly public?: boolean;
}

/** An entry of the sidebar. */
export interface NavEntry<Key extends string = string> {
  readonly section: NavSection;
  readonly labelKey: Key;
  readonly icon: Icon;
  readonly to: string;
  /** Place within its section, see NAV_ORDER. */
  readonly order: number;
  /** Pressed after `g`. */
  readonly goKey?: string;
  /** Where a workspace opens. */
  readonly home?: boolean;
}

/** Something that can be done from ⌘K. */
export interface WebCommand<Key extends string = string> {
  readonly id: string;
  readonly labelKey: Key;
  readonly icon?: Icon;
  readonly keys?: string;
  readonly run: (app: { readonly go: (to: string) => void }) => void;
}

/** A part of the account page: what a slice knows of an account. */
export interface AccountPanel {
  /** Smaller stands higher. */
  readonly order: number;
  readonly panel: ComponentType<{ readonly accountId: string }>;
}

/** A part of a person's page: what a slice knows of somebody. */
export interface PersonPanel {
  readonly order: number;
  readonly panel: ComponentType<{ readonly personId: string }>;
}

/** The web door of a slice: its pages, where they stand, its commands and its words. */
export interface WebSlice<Source extends MessageTree = MessageTree> {
  readonly id: string;
  readonly routes: readonly WebRoute<MessageKey<Source>>[];
  readonly nav?: readonly NavEntry<MessageKey<Source>>[];
  readonly commands?: readonly WebCommand<MessageKey<Source>>[];
  readonly messages: Messages<Source>;
  /** Hover cards of the things that this slice owns. */
  readonly cards?: EntityCards;
  readonly accountPanels?: readonly AccountPanel[];
  readonly personPanels?: readonly PersonPanel[];
}

/** Any slice, where the keys of its texts do not matter. */
export interface AnyWebSlice {
  readonly id: string;
  readonly routes: readonly WebRoute[];
  readonly nav?: readonly NavEntry[];
  readonly commands?: readonly WebCommand[];
  readonly messages: AnyMessages;
  readonly cards?: EntityCards;
  readonly accountPanels?: readonly AccountPanel[];
  readonly personPanels?: readonly PersonPanel[];
}

/** Declares the web door of a slice; titles and labels must be keys of its English texts. */
export const defineSlice = <Source extends MessageTree>(slice: WebSlice<Source>): AnyWebSlice => slice as AnyWebSlice;

/** The places of the entries within their sections, so that the order is read in one place. */
export const NAV_ORDER = {
  today: 1,
  river: 2,
  accounts: 1,
  people: 2,
  segments: 3,
  market: 1,
  acquire: 2,
  sell: 3,
  activate: 4,
  engage: 5,
  retain: 6,
  grow: 7,
  voice: 8,
  explore: 1,
  boards: 2,
  experiments: 3,
  metrics: 4,
  report: 5,
  plays: 1,
  messages: 2,
  import: 1,
  events: 2,
  plan: 3,
  settings: 4,
} as const;
