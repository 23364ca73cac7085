export const conditions = {} as const;
