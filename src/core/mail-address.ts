/** Google takes an address for the same whatever its capitals. */
export const sameAddress = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
