import { createContext, useContext } from 'react';

/** Is there only room for the picture: on a tile of a board? */
export const CompactContext = createContext(false);
export const useCompact = (): boolean => useContext(CompactContext);
