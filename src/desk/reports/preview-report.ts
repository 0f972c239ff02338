export const previewReport = (p: unknown) => p;
