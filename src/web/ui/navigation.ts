import { createContext, useContext } from 'react';

/** How components reach other pages without knowing the router. */
export interface Navigation {
  /** The address of a page of this workspace (`/accounts/acc_1`) or of a public one (`//sign-in`). */
  readonly hrefOf: (to: string) => string;
  readonly push: (href: string) => void;
  readonly preload: (href: string) => void;
}

const plain: Navigation = {
  hrefOf: (to) => to,
  push: (href) => window.location.assign(href),
  preload: () => undefined,
};

export const NavigationContext = createContext<Navigation>(plain);

/** The navigation of the app around, or plain page loads where there is none. */
export const useNavigation = (): Navigation => useContext(NavigationContext);
