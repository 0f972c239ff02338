export const deleteLeftovers = (p: unknown, i: unknown) => [p, i];
