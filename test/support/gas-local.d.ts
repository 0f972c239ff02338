declare module "gas-local" {
  const gas: { require(folder: string): Record<string, unknown> };
  export default gas;
}
